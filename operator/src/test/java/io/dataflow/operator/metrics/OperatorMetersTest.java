package io.dataflow.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.kubernetes.http.PodFailure;
import io.dataflow.kubernetes.metrics.ReconcileResult;
import io.dataflow.kubernetes.metrics.exposition.MetricFamily;
import io.dataflow.kubernetes.metrics.exposition.MetricType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperatorMetersTest {
  private final OperatorMeters meters = new OperatorMeters();

  private List<String> lines(String beginning) {
    return meters.scrape().lines().filter(line -> line.startsWith(beginning)).sorted().toList();
  }

  @Test
  void aFlowIsInOnePhaseOfAll() {
    meters.phases().report("shop", "orders", "Running");
    meters.phases().report("shop", "orders", "Error");
    assertThat(lines("dataflow_status{"))
        .containsExactly(
            "dataflow_status{name=\"orders\",namespace=\"shop\",phase=\"Error\"} 1.0",
            "dataflow_status{name=\"orders\",namespace=\"shop\",phase=\"Pending\"} 0.0",
            "dataflow_status{name=\"orders\",namespace=\"shop\",phase=\"Running\"} 0.0",
            "dataflow_status{name=\"orders\",namespace=\"shop\",phase=\"Stopped\"} 0.0");
  }

  @Test
  void aFlowThatIsGoneHasNoSeries() {
    meters.phases().report("shop", "orders", "Running");
    meters.phases().report("shop", "payments", "Running");
    meters.phases().forget("shop", "orders");
    assertThat(lines("dataflow_status{")).hasSize(4).allMatch(line -> line.contains("payments"));
    meters.phases().forgetAll();
    assertThat(lines("dataflow_status{")).isEmpty();
  }

  @Test
  void thereAreNoOtherPhases() {
    assertThatThrownBy(() -> meters.phases().report("shop", "orders", "running"))
        .hasMessage("`running` is no phase. There are [Error, Pending, Running, Stopped].");
  }

  @Test
  void processorsSpeakOfTheirOwnMetricsAlone() {
    assertThat(
            Stream.of(
                    "dataflow_messages_received_total",
                    "dataflow_status",
                    "dataflow_operator_scrape_errors_total",
                    "dataflow_controller_reconcile_inflight",
                    "dataflow_cron_triggers_total",
                    "jvm_memory_used_bytes")
                .filter(
                    name ->
                        OperatorMeters.PROCESSORS.isTaken(
                            new MetricFamily(name, MetricType.GAUGE, "", List.of()))))
        .containsExactly("dataflow_messages_received_total");
  }

  @Test
  void aReconcileIsMeasuredByItsResult() {
    try (var reconcile = meters.reconciles().start()) {
      assertThat(lines("dataflow_controller_reconcile_inflight"))
          .containsExactly("dataflow_controller_reconcile_inflight 1.0");
      reconcile.ended(ReconcileResult.SUCCESS);
    }
    meters.reconciles().start().close();
    meters.reconciles().error("secrets");
    assertThat(lines("dataflow_controller_reconcile_inflight"))
        .containsExactly("dataflow_controller_reconcile_inflight 0.0");
    assertThat(lines("dataflow_controller_reconcile_duration_seconds_count"))
        .containsExactly(
            "dataflow_controller_reconcile_duration_seconds_count{result=\"error\"} 1",
            "dataflow_controller_reconcile_duration_seconds_count{result=\"requeue\"} 0",
            "dataflow_controller_reconcile_duration_seconds_count{result=\"success\"} 1");
    assertThat(lines("dataflow_controller_reconcile_duration_seconds_bucket{result=\"success\""))
        .hasSize(14);
    assertThat(lines("dataflow_controller_reconcile_errors_total"))
        .containsExactly("dataflow_controller_reconcile_errors_total{stage=\"secrets\"} 1.0");
  }

  @Test
  void allThatItMeasuresIsDocumented() throws IOException {
    var documented = Files.readString(Path.of("../docs/metrics.md"));
    meters.statusPollFailed(PodFailure.TIMEOUT);
    meters.reconciles().error("secrets");
    assertThat(meters.scrape().lines().filter(line -> line.startsWith("# TYPE dataflow_")))
        .hasSizeGreaterThan(3)
        .map(line -> line.split(" ")[2])
        .filteredOn(name -> !name.startsWith("dataflow_cron_"))
        .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
  }
}
