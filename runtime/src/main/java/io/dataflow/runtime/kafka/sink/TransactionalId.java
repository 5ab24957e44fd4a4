package io.dataflow.runtime.kafka.sink;

import io.dataflow.runtime.connector.SinkContext;
import java.time.Duration;
import java.util.UUID;

/// The name by which the brokers know a producer over its restarts: who comes with it ends the
/// transactions of whoever had it before.
final class TransactionalId {
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String PROCESS = UUID.randomUUID().toString();

  private TransactionalId() {}

  /// The flow's own name. Processors that share a flow have no names that outlive them; what one
  /// of them leaves open the brokers end after a while.
  static String of(SinkContext context) {
    var id = "dataflow-" + context.flowId() + "-" + context.stage();
    return context.spec().replicas() > 1 ? id + "-" + PROCESS : id;
  }

  /// How long a transaction may be open before the brokers end it. Where the next processor ends it
  /// by its name, there is time for all that a record may become.
  static Duration timeout(SinkContext context) {
    var spec = context.spec();
    boolean large =
        spec.transformations().stream().anyMatch(step -> step.transformation().multiplies());
    return spec.replicas() == 1 && large ? LONG : SHORT;
  }
}
