package io.dataflow.testbed.cluster.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private static final String WEB =
      Path.of(System.getProperty("java.home"), "bin/jwebserver").toString();

  private final Workload work = Workload.fresh();
  private final FakeKubelet kubelet =
      FakeKubelet.with("/web", List.of(WEB, "-p", "9090"))
          .withNamespace(work.namespace())
          .start(work.plane());

  @AfterEach
  void stop() {
    kubelet.close();
  }

  @BeforeEach
  void runAWebServerBehindAService() {
    work.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 8080, targetPort: http}]}
        """);
    work.pod(
        "web",
        "Always",
        """
        command: [/web, -b, $(POD_IP)]
        env: [{name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
        ports: [{name: http, containerPort: 9090}]
        readinessProbe: {tcpSocket: {port: http}, periodSeconds: 1}
        """);
    work.untilReady("web");
  }

  @Test
  void leadsToAReadyPod() throws Exception {
    var address = work.kubectl("get", "service", "web", "-o", "jsonpath={.spec.clusterIP}");
    var request = HttpRequest.newBuilder(URI.create("http://" + address.orThrow() + ":8080/"));
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  /// The web server hangs up when it hears TLS; were nobody there, the connection were refused.
  @Test
  void leadsTheApiServerToItsWebhooks() {
    work.apply(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: %s}
        webhooks:
        - name: web.testbed.example.org
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig: {service: {namespace: %s, name: web, port: 8080}}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
          rules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}
        """
            .formatted(work.namespace(), work.namespace(), work.namespace()));
    assertThat(work.kubectl("create", "configmap", "any").errors())
        .contains("failed calling webhook", "EOF");
  }
}
