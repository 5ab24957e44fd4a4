package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// The metrics of a processor (`docs/metrics.md`), each with `namespace` and `name` of the flow.
/// Fed once a batch.
public final class FlowMeters {
  private static final double[] MILLISECONDS = Histogram.doubling(0.001, 12);
  private static final double[] PROCESSING = Histogram.doubling(0.001, 10);
  private static final double[] TENTHS = Histogram.doubling(0.0001, 12);
  private static final double[] STAGES = Histogram.doubling(0.0001, 14);
  private static final double[] SIZES = Histogram.doubling(64, 16);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final String namespace;
  private final String name;
  private final HistogramFamily processing;
  private final HistogramFamily endToEnd;
  private final HistogramFamily stage;
  private final HistogramFamily latency;
  private final HistogramFamily queueWait;
  private final HistogramFamily size;
  private final HistogramFamily transformer;
  private final Map<String, AtomicLong> queues = new ConcurrentHashMap<>();

  /// The metrics of the flow of this name.
  public FlowMeters(String namespace, String name) {
    this.namespace = namespace;
    this.name = name;
    processing =
        family(
            "processing_duration_seconds",
            "Time from taking a message until it is settled.",
            PROCESSING);
    endToEnd =
        family(
            "task_end_to_end_latency_seconds",
            "Time from reading a message until a sink has it.",
            MILLISECONDS);
    stage = family("task_stage_duration_seconds", "Time of a batch in a stage.", STAGES);
    latency = family("task_stage_latency_seconds", "Time of a batch between stages.", TENTHS);
    queueWait = family("task_queue_wait_time_seconds", "Time of a message in a queue.", TENTHS);
    size = family("task_message_size_bytes", "Size of a message.", SIZES);
    transformer = family("transformer_duration_seconds", "Time of a batch in a step.", TENTHS);
  }

  private HistogramFamily family(String suffix, String help, double[] bounds) {
    var family = new HistogramFamily("dataflow_" + suffix, help, bounds);
    registry.getPrometheusRegistry().register(family);
    return family;
  }

  /// A counter; `labels` are names and values in turn.
  public Counter counter(String suffix, String help, String... labels) {
    return Counter.builder("dataflow_" + suffix)
        .description(help)
        .tags(flow().and(labels))
        .register(registry);
  }

  /// A gauge whose value is asked for at each scrape.
  public void gauge(String suffix, String help, DoubleSupplier value, String... labels) {
    Gauge.builder("dataflow_" + suffix, value::getAsDouble)
        .description(help)
        .tags(flow().and(labels))
        .register(registry);
  }

  private Tags flow() {
    return Tags.of("namespace", namespace, "name", name);
  }

  private Labels labels(String... more) {
    return Labels.of("namespace", namespace, "name", name).merge(Labels.of(more));
  }

  Histogram processing() {
    return processing.with(labels());
  }

  Histogram endToEnd() {
    return endToEnd.with(labels());
  }

  Histogram stage(String label) {
    return stage.with(labels("stage", label));
  }

  Histogram latency(String from, String to) {
    return latency.with(labels("from_stage", from, "to_stage", to));
  }

  Histogram queueWait(String queue) {
    return queueWait.with(labels("queue_type", queue));
  }

  Histogram size(String label) {
    return size.with(labels("stage", label));
  }

  Histogram transformer(String type, String index) {
    return transformer.with(labels("transformer_type", type, "transformer_index", index));
  }

  void queue(String queue, LongSupplier messages) {
    gauge(
        "task_queue_size",
        "Messages that wait in a queue.",
        messages::getAsLong,
        "queue_type",
        queue);
  }

  /// How many messages wait for the sinks of a route; routes of one condition share it.
  AtomicLong routeQueue(String route) {
    return queues.computeIfAbsent(
        route,
        name -> {
          var messages = new AtomicLong();
          queue(name, messages::get);
          return messages;
        });
  }

  void connection(String type, String end, BooleanSupplier connected) {
    gauge(
        "connector_connection_status",
        "1 while the source or sink can be reached.",
        () -> connected.getAsBoolean() ? 1 : 0,
        "connector_type",
        type,
        "connector_name",
        end);
  }

  Counter stageError(String label, String errorType) {
    return counter(
        "task_stage_errors_total",
        "Failed attempts and rejected messages, by stage.",
        "stage",
        label,
        "error_type",
        errorType);
  }

  /// `dataflow_connector_errors_total` of one end of the flow.
  ///
  /// @param end its name: `source`, `sink`, `route-0`, `errors`, `checkpoint`
  public Counter connectorError(String type, String end, String operation, String errorType) {
    return counter(
        "connector_errors_total",
        "Failed attempts and rejected messages.",
        "connector_type",
        type,
        "connector_name",
        end,
        "operation",
        operation,
        "error_type",
        errorType);
  }

  /// The metrics of the flow as a whole, which has so many steps.
  public TaskMeter task(int steps) {
    return new TaskMeter(this, steps, System::nanoTime);
  }

  /// The metrics of one step.
  ///
  /// @param index its place in the chain, from 0
  public StepMeter step(String type, int index) {
    return new StepMeter(this, type, index);
  }

  /// The metrics of the source.
  ///
  /// @param connected whether it can be reached; asked at each scrape
  public SourceMeter source(String type, BooleanSupplier connected) {
    return new SourceMeter(this, type, connected);
  }

  /// The metrics of a sink.
  ///
  /// @param end its name: `sink`, `route-0`, `errors`
  /// @param route the label `route`: `default`, `error`, or the route's condition
  /// @param connected whether it can be reached; asked at each scrape
  public SinkMeter sink(String type, String end, String route, BooleanSupplier connected) {
    return new SinkMeter(this, type, end, route, connected);
  }

  /// Where others may put metrics of theirs.
  public MeterRegistry registry() {
    return registry;
  }

  /// All of it as Prometheus text.
  public String scrape() {
    return registry.scrape();
  }
}
