package io.dataflow.operator.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.ProcessorStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageCountersTest {
  private static final DataFlowStatus NONE = status(0, 0, List.of());

  @Test
  void growByWhatEachProcessHasDoneSinceItWasLastHeard() {
    var first =
        MessageCounters.of(NONE, Map.of("pod-1", List.of(report("a", 10, 1))), List.of("pod-1"));
    assertThat(first.processed()).isEqualTo(10);
    var second =
        MessageCounters.of(
            with(first), Map.of("pod-1", List.of(report("a", 25, 1))), List.of("pod-1"));
    assertThat(second.processed()).isEqualTo(25);
    assertThat(second.errors()).isEqualTo(1);
  }

  @Test
  void addTheNextProcessOfAPodAndTheLastWordsOfTheOneBefore() {
    var before =
        MessageCounters.of(NONE, Map.of("pod-1", List.of(report("a", 10, 0))), List.of("pod-1"));
    var after =
        MessageCounters.of(
            with(before),
            Map.of("pod-1", List.of(report("b", 5, 0), report("a", 12, 0))),
            List.of("pod-1"));
    assertThat(after.processed()).isEqualTo(17);
  }

  @Test
  void neverGoBackwards() {
    var before =
        MessageCounters.of(NONE, Map.of("pod-1", List.of(report("a", 10, 3))), List.of("pod-1"));
    var silent = MessageCounters.of(with(before), Map.of(), List.of("pod-2"));
    assertThat(silent.processed()).isEqualTo(10);
    assertThat(silent.processors()).isEmpty();
    var late =
        MessageCounters.of(
            with(before), Map.of("pod-1", List.of(report("a", 4, 0))), List.of("pod-1"));
    assertThat(late.processed()).isEqualTo(10);
    assertThat(late.errors()).isEqualTo(3);
  }

  @Test
  void doNotGrowWithEveryCrashOfAPodAndCountNobodyTwice() {
    var totals = new MessageCounters(0, 0, List.of());
    var early = report("early", 7, 0);
    for (int crash = 0; crash < 100; crash++) {
      var reports = Map.of("pod-1", List.of(early, report("crash-" + crash, 1, 0)));
      totals = MessageCounters.of(with(totals), reports, List.of("pod-1"));
    }
    assertThat(totals.processed()).isEqualTo(107);
    assertThat(totals.processors()).hasSize(3);
    var silent = MessageCounters.of(with(totals), Map.of(), List.of("pod-1"));
    var again = Map.of("pod-1", List.of(report("crash-99", 5, 0)));
    assertThat(MessageCounters.of(with(silent), again, List.of("pod-1")).processed())
        .isEqualTo(111);
  }

  private static ProcessorReport report(String instance, long processed, long errors) {
    return ProcessorReport.of(instance, "running", "", processed, errors, null);
  }

  private static DataFlowStatus with(MessageCounters totals) {
    return status(totals.processed(), totals.errors(), totals.processors());
  }

  private static DataFlowStatus status(
      long processed, long errors, List<ProcessorStatus> processors) {
    return new DataFlowStatus(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(processed),
        Optional.of(errors),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        processors);
  }
}
