package io.dataflow.runtime.connector.batch;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;

/// Why a record cannot be written.
///
/// @param reason in the words of the manifest or of the server, without the record's values
/// @param suspect whether the set-up may be at fault as well: only other records, written or
///     refused, can tell
public record Refusal(String reason, ErrorType type, boolean suspect) {
  /// A record that is not what the sink needs, whatever the set-up.
  public static Refusal invalid(String reason) {
    return new Refusal(reason, ErrorType.INVALID_DATA, false);
  }

  Rejected of(Message message, String stage) {
    return new Rejected(message, stage, reason, type);
  }
}
