package io.dataflow.runtime.kafka.sink;

import org.apache.kafka.common.errors.SerializationException;

/// A message that cannot become a record of the topic as the sink's settings want it.
final class MisfitRecordException extends SerializationException {
  private static final long serialVersionUID = 1L;

  /// @param reason what is wrong, in the words of the manifest, without the message's values
  MisfitRecordException(String reason) {
    super(reason);
  }

  /// Thrown for records of no interest to whoever looks for faults in the program, perhaps for
  /// each one.
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
