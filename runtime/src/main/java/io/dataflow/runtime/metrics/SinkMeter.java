package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// The metrics of one of a flow's sinks.
public final class SinkMeter {
  private static final String ERROR = "error";

  private final FlowMeters meters;
  private final String type;
  private final String name;
  private final String operation;
  private final Counter written;
  private final Counter sent;
  private final Operations writes;
  private final Histogram stage;
  private final Histogram waiting;
  private final Histogram latency;
  private final Histogram endToEnd;
  private final AtomicLong queued;

  /// @param type the sink's name in YAML
  /// @param name `sink`, `route-0`, `errors`
  /// @param route the label `route`: `default`, `error`, or the route's condition
  /// @param connected whether it can be reached; asked at each scrape
  SinkMeter(FlowMeters meters, String type, String name, String route, BooleanSupplier connected) {
    this.meters = meters;
    this.type = type;
    this.name = name;
    operation = route.equals(ERROR) ? "error_sink_write" : "sink_write";
    String[] connector = {"connector_type", type, "connector_name", name, "route", route};
    written = meters.counter("connector_messages_written_total", "Messages written.", connector);
    sent =
        meters.counter(
            "messages_sent_total", "Messages that a sink has.", "sink_type", type, "route", route);
    writes = new Operations(meters, operation);
    stage = meters.stage(operation);
    waiting = meters.queueWait(route);
    latency = meters.latency("transformation", operation);
    endToEnd = meters.endToEnd();
    meters.connection(type, name, connected);
    queued = meters.routeQueue(route);
  }

  /// Messages of a batch are on their way to the sink.
  public void queued(int messages) {
    queued.addAndGet(messages);
  }

  /// The sink begins with messages that were queued that long ago.
  public void begins(int messages, long nanos) {
    waiting.observeNanos(nanos, messages);
    latency.observeNanos(nanos, 1);
  }

  /// An attempt is over: so many messages wait no more, because they are written or rejected.
  public void attempted(int settled, long nanos) {
    queued.addAndGet(-settled);
    stage.observeNanos(nanos, 1);
  }

  /// The sink has these messages.
  ///
  /// @param age nanoseconds since they were read
  public void wrote(int messages, long age) {
    written.increment(messages);
    sent.increment(messages);
    writes.succeeded(messages);
    endToEnd.observeNanos(age, messages);
  }

  /// The sink has refused a message by the message's own fault.
  public void rejected(String errorType) {
    writes.failed(1);
    error("write", errorType);
  }

  /// An attempt at so many messages has failed, and not by their fault.
  public void failed(int messages, String errorType) {
    writes.failed(messages);
    error("write", errorType);
  }

  /// What still waits for the sink is given up, to be read again; says how many messages that are.
  public int cancel() {
    int messages = (int) queued.getAndSet(0);
    writes.cancelled(messages);
    return messages;
  }

  /// The sink could not be reached at the start.
  public void unconnected(String errorType) {
    error("connect", errorType);
  }

  private void error(String during, String errorType) {
    meters.connectorError(type, name, during, errorType).increment();
    meters.stageError(operation, errorType).increment();
  }
}
