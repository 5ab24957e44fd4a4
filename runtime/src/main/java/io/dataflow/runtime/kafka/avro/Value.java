package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;

/// The reading of one type: takes a value from the message and appends it as JSON.
@FunctionalInterface
interface Value {
  void read(AvroInput in, Bytes out);
}
