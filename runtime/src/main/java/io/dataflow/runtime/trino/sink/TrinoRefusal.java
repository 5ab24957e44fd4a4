package io.dataflow.runtime.trino.sink;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.trino.ErrorName;
import io.dataflow.runtime.trino.TrinoException;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What the server's refusal of a statement says of its rows, without their values; and how long a
/// statement may be, by what the server has said of one that was too long.
final class TrinoRefusal {
  /// What a server takes unless it is told otherwise, in characters.
  private static final int USUAL = 1_000_000;

  private static final Pattern LENGTHS = Pattern.compile("\\((\\d+)\\)[^(]*\\((\\d+)\\)");
  private static final Pattern COLUMN =
      Pattern.compile("NULL value not allowed for NOT NULL column: (\\S{1,100})");

  private int statementMost = USUAL;

  /// How many bytes the rows of a statement may have, so that names, quotes and types find room.
  int bytesMost() {
    return statementMost / 5 * 4;
  }

  PartRefusedException of(TrinoException failure, int size) {
    if (failure.name().equals(ErrorName.TOO_LONG)) {
      return tooLong(failure, size);
    }
    if (!failure.name().equals(ErrorName.VIOLATED_CONSTRAINT)) {
      var reason = "Trino refuses the row: " + failure.label();
      return refused(new Refusal(reason, ErrorType.INVALID_DATA, true));
    }
    var column = COLUMN.matcher(failure.words());
    var reason =
        column.find()
            ? "`%s` is null, and the column must not be".formatted(column.group(1))
            : "a rule of the table forbids the row: " + failure.label();
    return refused(new Refusal(reason, ErrorType.CONSTRAINT_VIOLATION, false));
  }

  private PartRefusedException tooLong(TrinoException failure, int size) {
    var lengths = LENGTHS.matcher(failure.words());
    if (lengths.find()) {
      statementMost = Integer.parseInt(lengths.group(2));
    }
    return size > 1
        ? PartRefusedException.tooLarge(size / 2)
        : refused(
            Refusal.invalid(
                ("the record is too long for a statement: the server takes %d characters"
                        + " (`query.max-length`)")
                    .formatted(statementMost)));
  }

  private static PartRefusedException refused(Refusal refusal) {
    return new PartRefusedException(refusal, OptionalInt.empty(), false);
  }
}
