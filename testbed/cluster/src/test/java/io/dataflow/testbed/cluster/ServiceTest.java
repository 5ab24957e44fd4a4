package io.dataflow.testbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private final Workload work = Workload.fresh();

  @Test
  void leadsToAReadyPod() throws Exception {
    var web = Path.of(System.getProperty("java.home"), "bin/jwebserver").toString();
    try (var ignored =
            FakeKubelet.with("/web", List.of(web, "-p", "9090"))
                .withNamespace(work.namespace())
                .start(work.plane());
        var http = HttpClient.newHttpClient()) {
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
      var address = work.kubectl("get", "service", "web", "-o", "jsonpath={.spec.clusterIP}");
      var request = HttpRequest.newBuilder(URI.create("http://" + address.orThrow() + ":8080/"));
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }
}
