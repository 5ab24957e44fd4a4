package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.ColumnSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.ServerErrorMessage;

/// A row that COPY has skipped, as its notice says. The notice has the value as well, shortened,
/// which nobody reads.
///
/// @param line which line of the COPY, from 1
/// @param column whose type does not have the value
record SkippedRow(int line, Column column) {
  private static final String WRITER = "copyfromparse.c";
  private static final Pattern NOTICE =
      Pattern.compile(
          "skipping row due to data type incompatibility at line (\\d{1,9}) for column \"(.*)",
          Pattern.DOTALL);

  /// Reads a notice; empty when it is another one, or in another language than English.
  static Optional<SkippedRow> of(ServerErrorMessage notice, ColumnSet set) {
    var told = NOTICE.matcher(Optional.ofNullable(notice.getMessage()).orElse(""));
    // A trigger may say what it likes; it is not this file of the server.
    if (!WRITER.equals(notice.getFile()) || !told.matches()) {
      return Optional.empty();
    }
    return set.columns().stream()
        .filter(column -> told.group(2).startsWith(column.name() + "\": "))
        .max(Comparator.comparing(column -> column.name().length()))
        .map(column -> new SkippedRow(Integer.parseInt(told.group(1)), column));
  }
}
