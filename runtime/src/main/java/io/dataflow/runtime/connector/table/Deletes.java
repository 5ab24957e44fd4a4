package io.dataflow.runtime.connector.table;

import io.dataflow.api.message.Message;
import java.util.List;

/// What becomes of records whose metadata says `operation: delete`.
public sealed interface Deletes {
  /// They are written as any other record.
  record AsRows() implements Deletes {}

  /// The row of their key is deleted.
  record Remove() implements Deletes {}

  /// The row of their key stays, with the time of the deletion in a column. A record that writes
  /// the row again takes the mark away.
  record Mark(Column column) implements Deletes {}

  /// What a record asks for.
  default RowChange change(Message message) {
    return switch (this) {
      case AsRows _ -> RowChange.WRITE;
      case Remove _, Mark _ -> isDelete(message) ? RowChange.DELETE : RowChange.WRITE;
    };
  }

  /// Whether any of the records deletes.
  default boolean anyOf(List<Message> messages) {
    return !(this instanceof AsRows)
        && messages.stream().anyMatch(message -> change(message) == RowChange.DELETE);
  }

  private static boolean isDelete(Message message) {
    return message.metadata().get("operation").filter("delete"::equals).isPresent();
  }
}
