package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.row.RowObject;
import java.util.List;

/// Records of which none has had a field to create a column from.
final class EmptyObjects {
  private EmptyObjects() {}

  static void refuse(List<Message> messages, Refusals refusals) throws PartRefusedException {
    refusals.clear();
    for (int i = 0; i < messages.size(); i++) {
      var reason = "the body is an empty object, but a row needs at least one field";
      try {
        RowObject.of(messages.get(i));
      } catch (RecordException e) {
        reason = e.getMessage();
      }
      refusals.add(i, Refusal.invalid(reason));
    }
  }
}
