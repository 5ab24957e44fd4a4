package io.dataflow.benchmarks.throughput;

import io.dataflow.api.spec.DeliveryGuarantee;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTable;
import java.nio.file.Path;
import java.util.Optional;

/// The contestants by the words that the command line has for them.
enum Entry {
  LOOP,
  CEILING,
  PROCESSOR,
  ONCE,
  POISON,
  UPSERT,
  PASSTHROUGH,
  RAWMODE,
  RAWINDEX,
  CONNECT;

  /// Empty when what it needs is not there.
  Optional<Contestant> contestant(Path rows) {
    return switch (this) {
      case LOOP -> Optional.of(new HandLoop());
      case CEILING -> Optional.of(new Ceiling(rows));
      case PROCESSOR -> Optional.of(new Processor(OrderTable.ORDERS));
      case ONCE ->
          Optional.of(
              new Processor(OrderTable.ORDERS, DeliveryGuarantee.EFFECTIVELY_ONCE, Form.JSON));
      case POISON ->
          Optional.of(
              new Processor(OrderTable.ORDERS, DeliveryGuarantee.AT_LEAST_ONCE, Form.POISONED));
      case UPSERT -> Optional.of(new Processor(OrderTable.KEYED));
      case PASSTHROUGH -> Optional.of(new Processor(OrderTable.RAW));
      case RAWMODE -> Optional.of(new Processor(OrderTable.WHOLE));
      case RAWINDEX -> Optional.of(new Processor(OrderTable.INDEXED));
      case CONNECT -> KafkaConnect.isThere() ? Optional.of(new KafkaConnect()) : Optional.empty();
    };
  }
}
