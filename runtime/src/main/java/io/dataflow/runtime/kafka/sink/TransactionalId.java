package io.dataflow.runtime.kafka.sink;

import io.dataflow.runtime.connector.SinkContext;
import java.util.UUID;

/// The name by which the brokers know a producer over its restarts: who comes with it ends the
/// transactions of whoever had it before.
final class TransactionalId {
  private static final String PROCESS = UUID.randomUUID().toString();

  private TransactionalId() {}

  /// The flow's own name. Processors that share a flow have no names that outlive them; what one
  /// of them leaves open the brokers end after a while.
  static String of(SinkContext context) {
    var id = "dataflow-" + context.flowId() + "-" + context.stage();
    return context.spec().replicas() > 1 ? id + "-" + PROCESS : id;
  }
}
