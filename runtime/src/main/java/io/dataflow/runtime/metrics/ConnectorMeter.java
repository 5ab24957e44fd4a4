package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;

/// The metrics of one source or sink (`dataflow_connector_*`, `dataflow_messages_*`).
public final class ConnectorMeter {
  private final FlowMeters meters;
  private final String type;
  private final String end;
  private final Counter moved;
  private final Counter messages;
  private final Histogram stage;
  private final Counter succeeded;
  private final Counter failed;
  private volatile boolean connected = true;

  ConnectorMeter(FlowMeters meters, String type, String end, String route) {
    this.meters = meters;
    this.type = type;
    this.end = end;
    boolean source = isSource();
    var operation = source ? "read" : route.equals("error") ? "error_sink_write" : "sink_write";
    moved =
        source
            ? connector("connector_messages_read_total", "Messages read.")
            : connector("connector_messages_written_total", "Messages written.", "route", route);
    messages =
        source
            ? meters.counter(
                "messages_received_total", "Messages from the source.", "source_type", type)
            : meters.counter(
                "messages_sent_total",
                "Messages that a sink has.",
                "sink_type",
                type,
                "route",
                route);
    stage = meters.stage(operation);
    succeeded = operation(operation, "success");
    failed = operation(operation, "error");
    meters.gauge(
        "connector_connection_status",
        "1 while it can be reached.",
        () -> connected ? 1 : 0,
        "connector_type",
        type,
        "connector_name",
        end);
  }

  private boolean isSource() {
    return end.equals("source");
  }

  private Counter operation(String operation, String status) {
    return meters.counter(
        "task_operations_total", "Operations.", "operation", operation, "status", status);
  }

  private Counter connector(String suffix, String help, String... more) {
    var labels = new String[4 + more.length];
    labels[0] = "connector_type";
    labels[1] = type;
    labels[2] = "connector_name";
    labels[3] = end;
    System.arraycopy(more, 0, labels, 4, more.length);
    return meters.counter(suffix, help, labels);
  }

  /// That many messages were read or written.
  public void moved(long count, long nanos) {
    connected = true;
    moved.increment(count);
    messages.increment(count);
    stage.observe(nanos / 1e9, 1);
    succeeded.increment();
  }

  /// An operation failed.
  ///
  /// @param errorType the label `error_type`
  /// @param outage whether the other side cannot be reached
  public void failed(String errorType, long count, boolean outage) {
    connected = !outage;
    failed.increment();
    var operation = isSource() ? "read" : "write";
    connector("connector_errors_total", "Errors.", "operation", operation, "error_type", errorType)
        .increment(count);
    meters
        .counter("task_stage_errors_total", "Errors.", "stage", operation, "error_type", errorType)
        .increment(count);
  }
}
