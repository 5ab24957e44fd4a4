package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// The documented metrics of a processor (contract 6.7), each with `namespace` and `name` of the
/// flow. Fed once a batch.
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
  private final HistogramFamily size;
  private final HistogramFamily transformer;
  private final LongAdder handled = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /// The metrics of the flow of this name.
  public FlowMeters(String namespace, String name) {
    this.namespace = namespace;
    this.name = name;
    processing = family("processing_duration_seconds", "From read to acknowledged.", PROCESSING);
    endToEnd = family("task_end_to_end_latency_seconds", "From read to written.", MILLISECONDS);
    stage = family("task_stage_duration_seconds", "Time of a batch in a stage.", STAGES);
    size = family("task_message_size_bytes", "Size of a message.", SIZES);
    transformer = family("transformer_duration_seconds", "Time of a batch in a step.", TENTHS);
    gauge("task_success_rate", "Share of records not rejected.", this::successRate);
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

  /// `dataflow_processing_duration_seconds`.
  public Histogram processing() {
    return processing.with(labels());
  }

  /// `dataflow_task_end_to_end_latency_seconds`.
  public Histogram endToEnd() {
    return endToEnd.with(labels());
  }

  /// `dataflow_task_stage_duration_seconds`.
  public Histogram stage(String label) {
    return stage.with(labels("stage", label));
  }

  /// `dataflow_task_message_size_bytes`.
  public Histogram size(String label) {
    return size.with(labels("stage", label));
  }

  /// The metrics of one step.
  ///
  /// @param index its place in the chain, from 0
  public StepMeter step(String type, int index) {
    var duration =
        transformer.with(
            labels("transformer_type", type, "transformer_index", String.valueOf(index)));
    return new StepMeter(this, type, index, duration);
  }

  /// The metrics of one end of the flow.
  ///
  /// @param end its name: `source`, `sink`, `route-0`, `errors`
  /// @param route the label `route`: `default`, `error`, or the route's condition
  public ConnectorMeter connector(String type, String end, String route) {
    return new ConnectorMeter(this, type, end, route);
  }

  /// Takes note of records that are where they belong, the error sink included.
  public void count(long records) {
    handled.add(records);
  }

  /// Takes note of records that went to the error sink.
  public void countRejected(long records) {
    failed.add(records);
  }

  private double successRate() {
    double all = handled.sum();
    return all == 0 ? 1 : Math.max(0, 1 - failed.sum() / all);
  }

  /// All of it as Prometheus text.
  public String scrape() {
    return registry.scrape();
  }
}
