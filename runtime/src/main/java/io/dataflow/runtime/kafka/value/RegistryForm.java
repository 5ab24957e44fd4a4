package io.dataflow.runtime.kafka.value;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The form that Confluent's serializers give a value: a 0, four bytes with the id of its schema,
/// and the body.
final class RegistryForm {
  /// Where the body begins.
  static final int BODY = 1 + Integer.BYTES;

  private RegistryForm() {}

  /// The id of the schema; empty when the value is not of this form.
  static OptionalInt schema(byte[] value) {
    return value.length > BODY && value[0] == 0
        ? OptionalInt.of(ByteBuffer.wrap(value).getInt(1))
        : OptionalInt.empty();
  }
}
