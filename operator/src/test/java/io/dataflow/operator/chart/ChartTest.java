package io.dataflow.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the chart makes of its values.
class ChartTest {
  private static final Release RELEASE = new Release("data");
  private static final String USUAL = rendered();

  private static String rendered(String... values) {
    return RELEASE.template(values).orThrow();
  }

  @Test
  void helmFindsNothingToComplainAbout() {
    assertThat(Release.lint().orThrow()).contains("0 chart(s) failed").doesNotContain("[WARNING]");
  }

  @Test
  void theCrdIsTheGeneratedOneAndStaysByDefault() {
    assertThat(USUAL)
        .contains(
            "name: dataflows.dataflow.dataflow.io",
            "helm.sh/resource-policy: keep",
            "app.kubernetes.io/managed-by: Helm")
        .contains("checkpointPersistence:", "sink:", "source:", "transformations:");
  }

  @Test
  void theCrdMayGoWithTheReleaseOrComeFromElsewhere() {
    assertThat(rendered("crds.keep=false"))
        .contains("kind: CustomResourceDefinition")
        .doesNotContain("resource-policy");
    assertThat(rendered("crds.install=false")).doesNotContain("kind: CustomResourceDefinition");
  }

  @Test
  void withoutRolesThereIsNoHookThatWouldNeedThem() {
    assertThat(rendered("rbac.create=false", "serviceAccount.create=false"))
        .doesNotContain("rbac.authorization.k8s.io/v1", "kind: Job", "kind: ServiceAccount")
        .contains("serviceAccountName: default");
  }

  @Test
  void openShiftChoosesTheUser() {
    assertThat(USUAL).contains("runAsUser: 65532", "runAsGroup: 65532", "fsGroup: 65532");
    assertThat(rendered("openshift=true"))
        .contains("runAsNonRoot: true")
        .doesNotContain("runAsUser", "runAsGroup", "fsGroup");
  }

  @Test
  void whoWatchesSomeNamespacesHasRightsInTheseAlone() {
    var watched = "watchNamespaces={shop,books}";
    assertThat(rendered(watched))
        .doesNotContain("kind: ClusterRole")
        .contains("namespace: shop", "namespace: books");
    // A ValidatingWebhookConfiguration belongs to no namespace.
    assertThat(rendered(watched, "webhook.enabled=true"))
        .containsOnlyOnce("\nkind: ClusterRole\n")
        .doesNotContain("customresourcedefinitions");
    assertThat(rendered(watched, "webhook.enabled=true", "webhook.certManager.enabled=true"))
        .doesNotContain("kind: ClusterRole");
    assertThat(rendered("secrets.allowedNamespaces={vault}")).doesNotContain("namespace: vault");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image.tag=v2                         | value: "registry.example.com/dataflow:v2"
          image.tag=sha256:ab                  | image: "registry.example.com/dataflow@sha256:ab"
          processorImage=mine:1                | value: "mine:1"
          rolloutBatch=3                       | value: "3"
          metrics.processors=false             | name: PROCESSOR_METRICS
          logLevel=debug                       | value: debug
          processorProgressTimeoutSeconds=1000000| value: "1000000"
          maxConcurrentReconciles=4            | value: "4"
          secrets.inline=true                  | value: "true"
          secrets.allowedNamespaces={a,b}       | value: "a,b"
          watchNamespaces={shop}               | value: "shop"
          watchNamespaces={shop},webhook.enabled=true | values: ["shop"]
          watchNamespaces={shop},secrets.allowedNamespaces={shop,vault} | namespace: vault
          secrets.allowed[0].namespace=vault,secrets.allowed[0].names={db},secrets.allowed[0].from={shop},watchNamespaces={shop} | resourceNames: ["db"]
          secrets.allowed[0].namespace=vault,secrets.allowed[0].names={db},secrets.allowed[0].from={*} | name: SECRET_GRANTS
          openshift=true                       | name: OPENSHIFT
          sentry.enabled=true,sentry.dsn=x     | name: SENTRY_TRACES_SAMPLE_RATE
          metrics.enabled=false                | --metrics-bind-address=127.0.0.1:9090
          metrics.port=9099                    | containerPort: 9099
          health.probePort=9098                | --health-probe-bind-address=:9098
          serviceMonitor.enabled=true          | kind: ServiceMonitor
          replicaCount=2                       | replicas: 2
          uninstall.flows=delete               | - --flows=delete
          uninstall.timeoutSeconds=100         | - --patience=40
          imagePullSecrets[0].name=pull        | - name: pull
          fullnameOverride=flows               | name: flows-role
          webhook.enabled=true                 | name: WEBHOOK_CONFIGURATION
          webhook.enabled=true,webhook.certManager.enabled=true | cert-manager.io/inject-ca-from: data/dataflow-operator-webhook
          webhook.enabled=true,webhook.secretName=cert,webhook.caBundle=Zm9v | caBundle: Zm9v
          """)
  void aValueIsFoundWhereItHasItsEffect(String values, String text) {
    assertThat(rendered(values)).contains(text);
    assertThat(USUAL).doesNotContain(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas=2",
        "image.repository=",
        "logLevel=loud",
        "watchNamespaces={Shop}",
        "secrets.allowed[0].namespace=vault,secrets.allowed[0].names={db}",
        "rolloutBatch=0",
        "uninstall.flows=burn",
        "uninstall.timeoutSeconds=10",
        "webhook.enabled=true,webhook.secretName=cert",
        "webhook.enabled=true,webhook.caBundle=Zm9v",
        "sentry.enabled=true",
        "serviceMonitor.enabled=true,metrics.enabled=false"
      })
  void whatCannotBeMeantIsRefusedByName(String values) {
    var answer = RELEASE.template(values);
    assertThat(answer.succeeded()).isFalse();
    var last = Arrays.asList(values.split("[.=,]"));
    assertThat(last).anyMatch(answer.errors()::contains);
  }
}
