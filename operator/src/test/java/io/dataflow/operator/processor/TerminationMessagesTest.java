package io.dataflow.operator.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a processor leaves when it ends.
class TerminationMessagesTest {
  /// Fails after three messages. Where the spec speaks of something broken it does so again and
  /// again; else it works, the second time, until it is stopped.
  private static final String PROCESSOR =
      """
      say() {
        printf '{"instance":"%s","state":"%s","message":"%s","processedCount":%s,"errorCount":2}' \\
          $BIND_ADDRESS "$1" "$2" "$3" > $TERMINATION_MESSAGE_PATH
      }
      spec="${0#*=}"
      if grep -q broken "$spec" || ! [ -e "$spec.again" ]; then
        touch "$spec.again"; say failed 'sink:main: no such table' 3; exit 1
      fi
      trap 'say stopped end 7; exit 0' TERM
      while :; do sleep 0.1; done
      """;

  private static OperatorRun operator;
  private static FakeKubelet kubelet;

  private final FlowCase flow = FlowCase.fresh();

  @BeforeAll
  static void start() {
    // One at a time, so that most flows have to wait.
    operator = OperatorRun.start("MAX_CONCURRENT_RECONCILES", "1");
    kubelet =
        FakeKubelet.with("/processor", List.of("/bin/sh", "-c", PROCESSOR))
            .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(2))
            .start(Clusters.shared());
  }

  @AfterAll
  static void end() {
    operator.close();
    kubelet.close();
  }

  @Test
  void tellOfACrashingProcessorWhyAndHowFarItGot() {
    flow.apply(FlowCase.KAFKA.replace("topic: orders", "topic: broken"));
    flow.until("an error", () -> flow.condition("Stalled").equals("True"));
    assertThat(flow.status("phase")).isEqualTo("Error");
    assertThat(flow.status("message")).endsWith(": sink:main: no such table");
    assertThat(flow.condition("Ready")).isEqualTo("False");
    assertThat(flow.status("processedCount")).isEqualTo("3");
    assertThat(flow.status("errorCount")).isEqualTo("2");
  }

  @Test
  void countAlthoughTheirPodIsGoneBeforeAnybodyLooks() {
    var flows = Stream.generate(FlowCase::fresh).limit(4).toList();
    flows.forEach(it -> it.apply(FlowCase.KAFKA));
    flows.forEach(it -> it.until("three", () -> it.status("processedCount").equals("3")));
    flows.forEach(it -> it.until("a process", () -> isRunning(it)));
    flows.forEach(it -> it.kubectl("delete", "pods", "--all", "--wait=false"));
    // Seven of the processor that is gone, and three of the next one.
    flows.forEach(it -> it.until("the count", () -> it.status("processedCount").equals("10")));
    flows.forEach(it -> assertThat(it.status("errorCount")).isEqualTo("4"));
  }

  private static boolean isRunning(FlowCase flow) {
    var started = ".items[0].status.containerStatuses[0].state.running.startedAt";
    return !flow.value("pods", started).isEmpty();
  }
}
