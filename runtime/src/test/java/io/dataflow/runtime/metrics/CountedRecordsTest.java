package io.dataflow.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.Topic;
import io.dataflow.runtime.flow.RunningFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Metrics of a flow whose records are counted: 1000 of them are numbered, a tenth is dropped, half
/// of the rest takes a route, 20 cannot be read and two are refused by the table.
class CountedRecordsTest {
  private static final int READ = 1020;
  private static final int UNREADABLE = 20;
  private static final int REFUSED = 2;
  private static final int ROUTED = 450;
  private static final int MAIN = 450 - REFUSED;

  private static final List<String> RECORDS = records();
  private static RunningFlow flow;
  private static Scrape page;

  private static List<String> records() {
    var records = new ArrayList<String>();
    for (int n = 0; n < 1000; n++) {
      var number = n == 12 ? "\"a dozen\"" : n;
      records.add("{\"n\":%s,\"keep\":%b,\"high\":%b}".formatted(number, n % 10 < 9, n >= 500));
      if (n % 50 == 0) {
        records.add("no json " + n);
      }
    }
    return records;
  }

  @BeforeAll
  static void run() {
    var in = Topic.fresh(1);
    var high = Topic.fresh(1);
    var errors = Topic.fresh(1);
    var table = TestTable.fresh("n int CHECK (n <> 7), keep bool, high bool, at timestamptz");
    in.send(RECORDS.toArray(String[]::new));
    var yaml =
        """
        source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
        sink: {type: postgresql, config: %3$s}
        errors: {type: kafka, config: {brokers: [%1$s], topic: %4$s}}
        transformations:
          - {type: mask, config: {fields: [keep.card]}}
          - {type: filter, config: {condition: $.keep}}
          - {type: timestamp, config: {fieldName: at}}
          - type: router
            config:
              routes:
                - {condition: $.high, sink: {type: kafka, config: {brokers: [%1$s], topic: %5$s}}}
        """
            .formatted(Topic.brokers(), in.name(), table.config(), errors.name(), high.name());
    flow = new RunningFlow(TestFlow.spec(yaml), TestFlow.options());
    flow.start();
    TestFlow.await(() -> flow.counters().acknowledged() == READ);
    TestFlow.await(() -> Scrape.of(flow).value("task_success_rate") < 1);
    page = Scrape.of(flow);
  }

  @AfterAll
  static void stop() {
    flow.stop();
  }

  @Test
  void allThatIsDocumentedAndNothingElse() throws IOException {
    var documented =
        Files.readAllLines(Path.of("../docs/metrics.md")).stream()
            .filter(line -> line.startsWith("| `dataflow_"))
            // Others look at what a source of changes knows of its slot, and at the operator's.
            .filter(line -> !line.matches(".*_(connector_slot|operator|controller)_.*"))
            .map(line -> line.split("`")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).hasSizeGreaterThanOrEqualTo(24);
    assertThat(page.families()).isEqualTo(documented);
  }

  @Test
  void whatWasReadAndWhatEachSinkHas() {
    assertThat(page.value("messages_received_total", "source_type=\"kafka\"")).isEqualTo(READ);
    assertThat(page.value("connector_messages_read_total", "connector_name=\"source\""))
        .isEqualTo(READ);
    hasWritten("sink", "default", MAIN);
    hasWritten("route-0", "$.high", ROUTED);
    hasWritten("errors", "error", UNREADABLE + REFUSED);
  }

  private static void hasWritten(String connector, String route, int messages) {
    var label = "route=\"" + route + "\"";
    assertThat(page.value("messages_sent_total", label)).isEqualTo(messages);
    assertThat(
            page.value(
                "connector_messages_written_total", label, "connector_name=\"" + connector + "\""))
        .isEqualTo(messages);
  }

  @Test
  void whatEachStepHasDone() {
    hasWorked(0, "mask", READ, 1000);
    hasWorked(1, "filter", 1000, 900);
    hasWorked(2, "timestamp", 900, 900);
    hasWorked(3, "router", 900, 900);
    assertThat(page.value("transformer_errors_total", "transformer_type=\"mask\""))
        .isEqualTo(UNREADABLE);
    assertThat(page.value("transformer_errors_total")).isEqualTo(UNREADABLE);
  }

  private static void hasWorked(int index, String type, int in, int out) {
    String[] labels = {"transformer_index=\"" + index + "\"", "transformer_type=\"" + type + "\""};
    assertThat(page.value("transformer_executions_total", labels)).isEqualTo(in);
    assertThat(page.value("transformer_messages_in_total", labels)).isEqualTo(in);
    assertThat(page.value("transformer_messages_out_total", labels)).isEqualTo(out);
    assertThat(page.count("transformer_duration_seconds", labels)).isEqualTo(batches());
  }

  private static long batches() {
    return page.count("task_stage_duration_seconds", "stage=\"read\"");
  }

  @Test
  void whatHasBecomeOfEachMessage() {
    hasOperated("read", READ, 0);
    hasOperated("transform", 900, UNREADABLE);
    hasOperated("write", MAIN + ROUTED, REFUSED);
    hasOperated("sink_write", MAIN + ROUTED, REFUSED);
    hasOperated("error_sink_write", UNREADABLE + REFUSED, 0);
    assertThat(page.value("task_operations_total", "status=\"cancelled\"")).isZero();
    assertThat(page.value("task_stage_errors_total", "stage=\"transformer_0\""))
        .isEqualTo(UNREADABLE);
    assertThat(page.value("task_stage_errors_total", "stage=\"sink_write\"")).isEqualTo(REFUSED);
    assertThat(
            page.value("connector_errors_total", "operation=\"write\"", "connector_name=\"sink\""))
        .isEqualTo(REFUSED);
  }

  private static void hasOperated(String operation, int succeeded, int failed) {
    var label = "operation=\"" + operation + "\"";
    assertThat(page.value("task_operations_total", label, "status=\"success\""))
        .isEqualTo(succeeded);
    assertThat(page.value("task_operations_total", label, "status=\"error\"")).isEqualTo(failed);
  }

  @Test
  void sizesOfMessages() {
    long bytes = RECORDS.stream().mapToLong(String::length).sum();
    String[] input = {"stage=\"input\""};
    assertThat(page.count("task_message_size_bytes", input)).isEqualTo(READ);
    assertThat(page.value("task_message_size_bytes_sum", input)).isEqualTo(bytes);
    hasSizes("transformer_0_input", READ);
    hasSizes("transformer_0_output", 1000);
    hasSizes("transformer_1_input", 1000);
    hasSizes("transformer_3_output", 900);
    hasSizes("output", 900);
    // The timestamp makes a message longer by its field.
    double shorter = mean("transformer_2_input");
    assertThat(mean("transformer_2_output") - shorter).isCloseTo(35, within(8.0));
  }

  private static void hasSizes(String stage, int messages) {
    assertThat(page.count("task_message_size_bytes", "stage=\"" + stage + "\""))
        .isEqualTo(messages);
  }

  private static double mean(String stage) {
    var label = "stage=\"" + stage + "\"";
    return page.value("task_message_size_bytes_sum", label)
        / page.count("task_message_size_bytes", label);
  }

  @Test
  void times() {
    assertThat(page.count("processing_duration_seconds")).isEqualTo(READ);
    assertThat(page.count("task_end_to_end_latency_seconds"))
        .isEqualTo(MAIN + ROUTED + UNREADABLE + REFUSED);
    for (var stage : List.of("transformation", "write", "transformer_3")) {
      assertThat(page.count("task_stage_duration_seconds", "stage=\"" + stage + "\""))
          .isEqualTo(batches());
    }
    assertThat(page.count("task_stage_latency_seconds", "from_stage=\"read\""))
        .isEqualTo(batches());
    assertThat(page.count("task_stage_latency_seconds", "to_stage=\"sink_write\""))
        .isBetween(2L, 2 * batches());
    assertThat(page.count("task_queue_wait_time_seconds", "queue_type=\"input\"")).isEqualTo(READ);
    assertThat(page.count("task_queue_wait_time_seconds", "queue_type=\"$.high\""))
        .isEqualTo(ROUTED);
    assertThat(page.count("task_queue_wait_time_seconds", "queue_type=\"error\""))
        .isEqualTo(UNREADABLE + REFUSED);
    double all = page.value("processing_duration_seconds_sum");
    assertThat(all).isPositive();
    assertThat(page.value("task_stage_duration_seconds_sum", "stage=\"write\"")).isPositive();
    assertThat(page.value("task_stage_duration_seconds_sum", "stage=\"read\"")).isPositive();
  }

  @Test
  void howTheFlowIs() {
    assertThat(page.value("task_active_messages")).isZero();
    assertThat(page.value("task_queue_size")).isZero();
    assertThat(page.value("task_success_rate"))
        .isCloseTo(1 - (double) (UNREADABLE + REFUSED) / READ, within(1e-9));
    assertThat(page.value("task_throughput_messages_per_second")).isBetween(READ / 10.0, READ + 0.);
    assertThat(page.value("status", "phase=\"Running\"")).isOne();
    assertThat(page.value("status")).isOne();
    for (var end : List.of("source", "sink", "route-0", "errors")) {
      assertThat(page.value("connector_connection_status", "connector_name=\"" + end + "\""))
          .isOne();
    }
    assertThat(page.value("connector_source_poll_healthy")).isOne();
  }
}
