package io.dataflow.runtime.kafka.sink;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/// Tells a record's own fault from that of the world and of the set-up.
final class RecordFault {
  private RecordFault() {}

  /// Whether the topic will never take this record, but takes others.
  static boolean is(Exception refusal) {
    return refusal instanceof RecordTooLargeException
        || refusal instanceof RecordBatchTooLargeException
        || refusal instanceof InvalidTimestampException
        || refusal instanceof InvalidRecordException
        || refusal instanceof SerializationException;
  }
}
