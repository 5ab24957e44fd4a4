package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Shape;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.row.TableDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The columns that a table lacks for some records.
public final class MissingColumns {
  private MissingColumns() {}

  /// The names of the fields that the table has no column for.
  static List<String> of(TableSchema table, Shape shape) {
    var names = new ArrayList<String>();
    for (int i = 0; i < shape.size(); i++) {
      if (table.column(shape.name(i)).isEmpty()) {
        names.add(shape.name(i));
      }
    }
    return names;
  }

  /// The columns to add for these records, of types that hold all their values. A record with
  /// fields that no column can be added for gets none at all: it is refused in any case.
  ///
  /// @param nameMax the longest name that a column can have, in bytes of UTF-8
  public static TableDraft draft(Layout<?> layout, List<Message> messages, int nameMax) {
    var wanted = new LinkedHashSet<String>();
    for (var message : messages) {
      if (layout.change(message) == RowChange.WRITE) {
        addTo(wanted, layout, message);
      }
    }
    return TableDraft.of(messages, layout.mode().form(), nameMax).only(wanted);
  }

  private static void addTo(Set<String> wanted, Layout<?> layout, Message message) {
    try {
      var all = new LinkedHashSet<>(wanted);
      all.addAll(of(layout.table(), layout.row(message).shape()));
      if (all.size() > wanted.size() && layout.table().takesColumns(all)) {
        wanted.addAll(all);
      }
    } catch (RecordException e) {
      // It is no row, so it has no columns; whoever writes the messages refuses it.
      return;
    }
  }
}
