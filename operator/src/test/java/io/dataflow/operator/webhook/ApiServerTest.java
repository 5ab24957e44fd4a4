package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.kubernetes.certificate.SelfManagedCertificate;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.testbed.cluster.Answer;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person at kubectl meets, with a real API server that asks the webhook.
class ApiServerTest {
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: NAME}
      spec:
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
        sink:
          type: postgresql
          config: {connectionString: "postgres://u:hunter2@db/shop", table: orders}
      """;
  private static final String WRONG =
      "  replicas: -1\n  ackGranularity: message\n  channelBuferSize: 4\n";

  private static ControlPlane plane;
  private static String namespace;
  private static SelfManagedCertificate certificate;
  private static WebhookServer server;

  @BeforeAll
  static void start() {
    plane = WebhookCluster.PLANE;
    namespace = plane.freshNamespace();
    kubectl(flow("fallen") + WRONG + "  finalizers: []\n", "apply", "-f", "-").orThrow();
    kubectl(
            "",
            "patch",
            "dataflow",
            "fallen",
            "--type=merge",
            "-p",
            "{\"metadata\": {\"finalizers\": [\"dataflow.dataflow.io/finalizer\"]}}")
        .orThrow();
    var identity = WebhookCluster.identity(namespace, Duration.ofDays(1));
    certificate = SelfManagedCertificate.start(plane.client(), identity, Optional.empty());
    server = WebhookServer.start(ListenAddress.parse("127.0.0.1:0", Optional.empty()), certificate);
    WebhookCluster.register(namespace, server.port());
    WebhookCluster.awaitAnswers(namespace);
  }

  @AfterAll
  static void stop() {
    WebhookCluster.unregister();
    certificate.close();
    server.close();
  }

  private static String flow(String name) {
    return FLOW.replace("NAME", name);
  }

  private static Answer kubectl(String input, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("-n", namespace));
    return plane.kubectlWithInput(input, all.toArray(String[]::new));
  }

  @Test
  void aGoodFlowIsStored() {
    assertThat(kubectl(flow("good"), "apply", "-f", "-").orThrow()).contains("created");
    assertThat(
            kubectl(flow("good"), "apply", "--server-side", "--force-conflicts", "-f", "-").code())
        .isZero();
  }

  @Test
  void aBadFlowIsRefusedWithAllProblemsALineEach() {
    var answer = kubectl(flow("bad") + WRONG, "apply", "-f", "-");
    assertThat(answer.code()).isNotZero();
    assertThat(answer.errors().lines())
        .containsExactly(
            "Warning: spec.ackGranularity: no effect yet: a batch is acknowledged whole. Remove"
                + " it.",
            "The DataFlow \"bad\" is invalid: ",
            "* spec.replicas: `-1` is too small. Set it to 0 or more.",
            "* spec.channelBuferSize: unknown key. Did you mean `channelBufferSize`?");
    assertThat(answer.errors()).doesNotContain("hunter2");
    assertThat(kubectl("", "get", "dataflow", "bad").code()).isNotZero();
  }

  @Test
  void anEditForTheWorseIsRefused() {
    kubectl(flow("edited"), "apply", "-f", "-").orThrow();
    var patch = "{\"spec\": {\"source\": {\"type\": \"kafak\"}}}";
    assertThat(kubectl("", "patch", "dataflow", "edited", "--type=merge", "-p", patch).errors())
        .contains("spec.source.type: `kafak` is not known. Did you mean `kafka`?");
  }

  @Test
  void aDryRunIsToldTheSame() {
    var answer = kubectl(flow("bad") + WRONG, "apply", "--dry-run=server", "-f", "-");
    assertThat(answer.errors()).contains("* spec.replicas: `-1` is too small.");
  }

  @Test
  void aWarningIsShownAndTheFlowStored() {
    var answer = kubectl(flow("warned") + "  ackGranularity: message\n", "apply", "-f", "-");
    assertThat(answer.orThrow()).contains("created");
    assertThat(answer.errors()).startsWith("Warning: spec.ackGranularity: no effect yet");
  }

  @Test
  void aNameMayBeGenerated() {
    var generated = FLOW.replace("name: NAME", "generateName: made-");
    assertThat(kubectl(generated, "create", "-f", "-").orThrow()).contains("made-");
  }

  @Test
  void aFlowThatHasBecomeInvalidCanBeLabelledAndDeleted() {
    assertThat(kubectl("", "label", "dataflow", "fallen", "team=a").orThrow()).contains("labeled");
    kubectl("", "delete", "dataflow", "fallen", "--wait=false").orThrow();
    kubectl(
            "",
            "patch",
            "dataflow",
            "fallen",
            "--type=merge",
            "-p",
            "{\"metadata\": {\"finalizers\": null}}")
        .orThrow();
    Await.until(
        "the flow's end",
        WebhookCluster.SOON,
        () -> kubectl("", "get", "dataflow", "fallen").errors().contains("NotFound"));
  }

  @Test
  void theWholeCorpusIsRefused() {
    var flows =
        new Corpus("bad")
            .cases()
            .filter(Corpus.Case::isRefused)
            .map(Corpus.Case::object)
            .filter(it -> it.path("kind").asText().equals("DataFlow"))
            .filter(it -> it.path("apiVersion").asText().endsWith("/v1"))
            .filter(it -> it.path("metadata").path("name").isTextual())
            .map(Object::toString)
            .toList();
    assertThat(flows).hasSizeGreaterThan(100);
    var all = String.join("\n---\n", flows);
    var answer = kubectl(all, "create", "--dry-run=server", "--validate=false", "-f", "-");
    assertThat(answer.output()).isEmpty();
    assertThat(answer.errors().lines().filter(line -> line.contains("denied the request")).count())
        .isGreaterThanOrEqualTo(flows.size() * 9L / 10);
  }
}
