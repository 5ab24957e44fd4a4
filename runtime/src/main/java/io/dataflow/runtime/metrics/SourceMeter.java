package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The metrics of a flow's source.
public final class SourceMeter {
  private static final String NAME = "source";

  private final FlowMeters meters;
  private final String type;
  private final Counter received;
  private final Counter read;
  private final Operations reads;
  private final Histogram stage;
  private final Histogram waiting;
  private final Histogram latency;
  private volatile boolean healthy;

  /// @param type the source's name in YAML
  /// @param connected whether it can be reached; asked at each scrape
  SourceMeter(FlowMeters meters, String type, BooleanSupplier connected) {
    this.meters = meters;
    this.type = type;
    received =
        meters.counter("messages_received_total", "Messages from the source.", "source_type", type);
    read = meters.counter("connector_messages_read_total", "Messages read.", labels());
    reads = new Operations(meters, "read");
    stage = meters.stage("read");
    waiting = meters.queueWait("input");
    latency = meters.latency("read", "transformation");
    meters.connection(type, NAME, connected);
    meters.gauge(
        "connector_source_poll_healthy",
        "1 when the last read of the source has come back.",
        () -> healthy ? 1 : 0,
        labels());
  }

  private String[] labels() {
    return new String[] {"connector_type", type, "connector_name", NAME};
  }

  /// How many messages are read and wait for the flow; asked at each scrape.
  public void waiting(LongSupplier messages) {
    meters.queue("input", messages);
  }

  /// A number that the source knows of its server, `dataflow_connector_<name>`.
  ///
  /// @param more labels besides those of the source, names and values in turn
  public void gauge(String name, String help, List<String> more, DoubleSupplier value) {
    var labels = Stream.concat(Stream.of(labels()), more.stream()).toArray(String[]::new);
    meters.gauge("connector_" + name, help, value, labels);
  }

  /// A batch has come to the flow.
  ///
  /// @param nanos how long the read took
  /// @param waited nanoseconds from the end of the read until now
  public void read(int messages, long nanos, long waited) {
    received.increment(messages);
    read.increment(messages);
    reads.succeeded(messages);
    stage.observeNanos(nanos, 1);
    latency.observeNanos(waited, 1);
    waiting.observeNanos(waited, messages);
  }

  /// The source has answered.
  public void answered() {
    healthy = true;
  }

  /// An attempt at the source has failed.
  ///
  /// @param operation `connect` or `read`
  /// @param errorType the label `error_type`
  public void failed(String operation, String errorType) {
    healthy = false;
    reads.failed(1);
    meters.connectorError(type, NAME, operation, errorType).increment();
    meters.stageError("read", errorType).increment();
  }
}
