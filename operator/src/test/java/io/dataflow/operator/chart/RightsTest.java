package io.dataflow.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the operator's service account may do, as the API server sees it, in its own namespace and
/// in one of flows.
class RightsTest {
  private static Release release;

  @BeforeAll
  static void install() {
    release = Release.fresh();
    release.install("replicaCount=0", "webhook.enabled=true");
  }

  @AfterAll
  static void end() {
    release.kubectl("delete", "jobs", "--all");
    Release.PLANE
        .helm("uninstall", Release.NAME, "-n", release.namespace(), "--no-hooks")
        .orThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataflow.dataflow.io          | dataflows                       |       | get list watch patch
          dataflow.dataflow.io          | dataflows/status                |       | patch
          dataflow.dataflow.io          | dataflows/finalizers            |       | update
          dataflow.dataflow.io          | dataflowcrons                   |       | get list watch patch
          dataflow.dataflow.io          | dataflowcrons/status            |       | patch
          dataflow.dataflow.io          | dataflowcrons/finalizers        |       | update
          batch                         | cronjobs                        |       | get list watch create patch delete
          batch                         | jobs                            |       | get list watch create patch delete
          ''                            | configmaps                      |       | get list watch create patch delete
          ''                            | secrets                         |       | get list watch create patch delete
          ''                            | serviceaccounts                 |       | get list watch create patch delete
          ''                            | pods                            |       | get list watch
          ''                            | events                          |       | create patch
          apps                          | deployments                     |       | get list watch create patch delete
          rbac.authorization.k8s.io     | roles                           |       | get list watch create patch delete
          rbac.authorization.k8s.io     | rolebindings                    |       | get list watch create patch delete
          apiextensions.k8s.io          | customresourcedefinitions       | dataflows.dataflow.dataflow.io | get
          apiextensions.k8s.io          | customresourcedefinitions       | dataflowcrons.dataflow.dataflow.io | get
          admissionregistration.k8s.io  | validatingwebhookconfigurations | dataflow-operator | get list watch patch
          """)
  void itCanDoItsWorkInANamespaceOfFlows(String group, String kind, String name, String verbs) {
    for (var verb : verbs.split(" ")) {
      assertThat(may("shop", verb, group, kind, name)).as(verb).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          coordination.k8s.io | leases  |                                | create
          coordination.k8s.io | leases  | dataflow-operator.dataflow.io  | get update patch
          ''                  | secrets | dataflow-operator-webhook-cert | get list watch create update
          """)
  void itHasItsOwnThingsInItsOwnNamespaceAlone(
      String group, String kind, String name, String verbs) {
    for (var verb : verbs.split(" ")) {
      assertThat(may(release.namespace(), verb, group, kind, name)).as(verb).isTrue();
    }
    assertThat(may("shop", "update", group, kind, name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataflow.dataflow.io         | dataflows                       |       | create update delete deletecollection
          dataflow.dataflow.io         | dataflows/status                |       | update
          ''                           | configmaps                      |       | update deletecollection
          ''                           | nodes                           |       | get list watch
          ''                           | namespaces                      |       | get list create update delete
          ''                           | pods                            |       | create update patch delete deletecollection
          ''                           | pods/exec                       |       | create get
          ''                           | pods/log                        |       | get
          ''                           | secrets                         |       | update deletecollection
          ''                           | serviceaccounts                 |       | update impersonate
          ''                           | serviceaccounts/token           |       | create
          ''                           | persistentvolumeclaims          |       | get create
          ''                           | events                          |       | get list delete
          apps                         | deployments                     |       | update deletecollection
          apps                         | statefulsets                    |       | get create
          apps                         | daemonsets                      |       | create
          batch                        | jobs                            |       | update deletecollection
          rbac.authorization.k8s.io    | roles                           |       | update escalate bind
          rbac.authorization.k8s.io    | clusterroles                    |       | get create update patch bind escalate
          rbac.authorization.k8s.io    | clusterrolebindings             |       | get create update patch
          apiextensions.k8s.io         | customresourcedefinitions       |       | create update patch delete list
          admissionregistration.k8s.io | validatingwebhookconfigurations |       | list create delete
          admissionregistration.k8s.io | validatingwebhookconfigurations | other | get patch
          coordination.k8s.io          | leases                          |       | get list delete
          """)
  void itCanDoNothingElse(String group, String kind, String name, String verbs) {
    for (var verb : verbs.split(" ")) {
      assertThat(may("shop", verb, group, kind, name)).as(verb).isFalse();
      assertThat(may(release.namespace(), verb, group, kind, name)).as(verb).isFalse();
    }
  }

  private static boolean may(
      String namespace, String verb, String group, String kind, String name) {
    var path = kind.split("/", 2);
    var user = "system:serviceaccount:" + release.namespace() + ":" + Release.NAME;
    var review =
        new SubjectAccessReviewBuilder()
            .withNewSpec()
            .withUser(user)
            .withNewResourceAttributes()
            .withNamespace(namespace)
            .withVerb(verb)
            .withGroup(group)
            .withResource(path[0])
            .withSubresource(path.length > 1 ? path[1] : null)
            .withName(name)
            .endResourceAttributes()
            .endSpec()
            .build();
    return Release.PLANE.client().resource(review).create().getStatus().getAllowed();
  }
}
