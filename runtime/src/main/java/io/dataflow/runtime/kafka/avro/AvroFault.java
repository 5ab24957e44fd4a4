package io.dataflow.runtime.kafka.avro;

/// A message that its schema cannot read. The message says what is wrong, without the record's
/// values.
public final class AvroFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AvroFault(String message) {
    // One for each bad record, so it carries no stack trace.
    super(message, null, false, false);
  }

  static AvroFault end() {
    return new AvroFault("it ends before its schema does");
  }
}
