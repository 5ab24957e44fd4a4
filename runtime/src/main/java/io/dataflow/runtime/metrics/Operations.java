package io.dataflow.runtime.metrics;

import io.micrometer.core.instrument.Counter;

/// `dataflow_task_operations_total` of one operation: what has become of each message.
final class Operations {
  private final Counter succeeded;
  private final Counter failed;
  private final Counter cancelled;

  Operations(FlowMeters meters, String operation) {
    succeeded = counter(meters, operation, "success");
    failed = counter(meters, operation, "error");
    cancelled = counter(meters, operation, "cancelled");
  }

  private static Counter counter(FlowMeters meters, String operation, String status) {
    return meters.counter(
        "task_operations_total",
        "Operations on a message.",
        "operation",
        operation,
        "status",
        status);
  }

  void succeeded(long messages) {
    succeeded.increment(messages);
  }

  void failed(long messages) {
    failed.increment(messages);
  }

  void cancelled(long messages) {
    cancelled.increment(messages);
  }
}
