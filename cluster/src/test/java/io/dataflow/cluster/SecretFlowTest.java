package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A flow that finds its database through a Secret.
class SecretFlowTest {
  private static final String EVERYTHING =
      "configmap,event,dataflow,deployment,replicaset,pod,role,rolebinding,serviceaccount";

  private static final String OPERATOR = OperatorInstallation.NAMESPACE;

  private final Flow flow = WholeSystem.freshFlow();
  private final Database database = Database.fresh().withSink();
  private final Topic topic = new Topic();
  private final String user = Servers.freshName("writer");

  private String spec() {
    return """
    source:
      type: kafka
      config: {brokers: ["%s"], topic: %s, consumerGroup: %s}
    sink:
      type: postgresql
      config: {connectionStringSecretRef: {name: shop-database, key: url}, table: sink}
    """
        .formatted(Servers.kafka().bootstrap(), topic.name(), topic.name());
  }

  private void tell(String password) {
    var url = database.url().replace("postgres@", user + ":" + password + "@");
    flow.secret("shop-database", "url", url);
  }

  private List<String> canaries(String password) {
    return List.of(password, Base64.getEncoder().encodeToString(password.getBytes()));
  }

  @Test
  void waitsForItsSecretFollowsItAndNeverShowsIt() {
    var first = "canary-" + UUID.randomUUID();
    var second = "canary-" + UUID.randomUUID();
    Servers.postgresql().createUser(user, first);
    database.execute("GRANT ALL ON sink TO " + user);
    flow.apply(spec());
    flow.until("the error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.condition("Ready").orElseThrow().getReason())
        .isEqualTo("SecretResolutionFailed");
    assertThat(flow.status("message")).contains("spec.sink.config", "shop-database");

    tell(first);
    topic.write(0, 100);
    flow.untilSettled();
    flow.until("the rows", () -> database.ids() == 100);
    var pod = flow.pod();

    // The old password opens no new connection, and the processor has to say so.
    database.execute("ALTER ROLE " + user + " PASSWORD '" + second + "'");
    database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + user + "'");
    topic.write(100, 200);
    flow.until("the refusal", () -> flow.status("message").contains("refuses user or password"));
    assertThat(shown()).doesNotContain(canaries(first)).doesNotContain(canaries(second));

    tell(second);
    flow.until("another pod", () -> !flow.pod().equals(pod));
    flow.untilSettled();
    flow.until("all rows", () -> database.ids() == 200);
    assertThat(shown() + pages())
        .contains("df-orders-secrets", "dataflow_messages")
        .doesNotContain(canaries(first))
        .doesNotContain(canaries(second));
  }

  /// All that somebody without a right to Secrets can see with kubectl.
  private String shown() {
    return flow.kubectl("get", EVERYTHING, "-o", "yaml")
        + flow.kubectl("logs", "-l", "app=dataflow-processor", "--tail=-1")
        + flow.plane()
            .kubectl("-n", OPERATOR, "logs", OperatorInstallation.DEPLOYMENT, "--tail=-1")
            .orThrow();
  }

  /// What the operator and the processor answer.
  private String pages() {
    var client = flow.plane().client();
    return staying(client.pods().inNamespace(OPERATOR).list().getItems())
            .map(pod -> MetricsText.of(pod, "/metrics"))
            .collect(Collectors.joining())
        + staying(flow.pods())
            .map(pod -> MetricsText.of(pod, "/metrics") + MetricsText.of(pod, "/status"))
            .collect(Collectors.joining());
  }

  private static Stream<Pod> staying(List<Pod> pods) {
    return pods.stream().filter(pod -> pod.getMetadata().getDeletionTimestamp() == null);
  }
}
