package io.dataflow.operator.webhook;

import io.dataflow.kubernetes.certificate.WebhookIdentity;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;

/// A control plane whose DataFlows may be anything: what is refused here, the webhook refused. It
/// has one of its own, as the webhook of a cluster is asked by all its namespaces.
final class WebhookCluster {
  static final ControlPlane PLANE = start();
  static final String CONFIGURATION = "dataflow-webhook";
  static final Duration SOON = Duration.ofSeconds(30);

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: dataflows.dataflow.dataflow.io}
      spec:
        group: dataflow.dataflow.io
        scope: Namespaced
        names: {kind: DataFlow, plural: dataflows}
        versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
      """;

  private WebhookCluster() {}

  private static ControlPlane start() {
    var plane = ControlPlane.start();
    plane.apply(DEFINITION);
    // `kubectl wait` gives up at once on a definition that has no status yet.
    Await.until(
        "the API server to serve DataFlows",
        Duration.ofSeconds(60),
        () -> plane.kubectl("get", "dataflows", "-A").succeeded());
    return plane;
  }

  static WebhookIdentity identity(String namespace, Duration life) {
    return new WebhookIdentity(
        namespace, "operator", CONFIGURATION, "test", List.of("127.0.0.1"), life);
  }

  /// Registers a webhook at a port of this machine for the namespace; its authority is not known
  /// yet.
  static void register(String namespace, int port) {
    PLANE.apply(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: %s}
        webhooks:
          - name: vdataflow.dataflow.dataflow.io
            admissionReviewVersions: [v1]
            sideEffects: None
            failurePolicy: Fail
            matchPolicy: Equivalent
            timeoutSeconds: 10
            clientConfig: {url: "https://127.0.0.1:%d%s"}
            namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
            rules:
              - apiGroups: [dataflow.dataflow.io]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [dataflows]
                scope: Namespaced
        """
            .formatted(CONFIGURATION, port, WebhookServer.PATH, namespace));
  }

  static void unregister() {
    PLANE
        .client()
        .admissionRegistration()
        .v1()
        .validatingWebhookConfigurations()
        .withName(CONFIGURATION)
        .delete();
  }

  /// Returns when the API server asks the webhook, and it answers.
  static void awaitAnswers(String namespace) {
    var probe = "{apiVersion: dataflow.dataflow.io/v1, kind: DataFlow, metadata: {name: probe}}";
    Await.until(
        "the webhook's answers",
        SOON,
        () ->
            PLANE
                .kubectlWithInput(probe, "create", "--dry-run=server", "-n", namespace, "-f", "-")
                .errors()
                .contains("is invalid"));
  }
}
