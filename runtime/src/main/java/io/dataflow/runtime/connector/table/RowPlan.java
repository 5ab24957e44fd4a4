package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.row.FieldRow;
import java.util.List;

/// How the objects of one shape become rows: made once a shape, used for every record.
public final class RowPlan {
  private static final int ABSENT = -1;
  private static final WriteMode NO_MODE = WriteMode.insert(new FieldRow(false));

  private final ColumnSet set;
  private final int[] fields;
  private final ColumnEncoder[] encoders;
  private final String[] roles;
  private final String problem;
  private final boolean lacksColumn;
  private final RowFormat format;

  private RowPlan(
      RowFormat format,
      ColumnSet set,
      int[] fields,
      WriteMode mode,
      String problem,
      boolean lacksColumn) {
    this.format = format;
    this.set = set;
    this.fields = fields;
    this.encoders = set.columns().stream().map(Column::encoder).toArray(ColumnEncoder[]::new);
    this.roles = new String[fields.length];
    for (int i = 0; i < fields.length; i++) {
      var column = set.columns().get(i);
      roles[i] = mode.required().contains(column) ? mode.role(column) : "";
    }
    this.problem = problem;
    this.lacksColumn = lacksColumn;
  }

  /// @param fields for each column of the set the field's place in the shape, -1 for none
  /// @param mode says what must not be null
  static RowPlan of(RowFormat format, ColumnSet set, int[] fields, WriteMode mode) {
    return new RowPlan(format, set, fields, mode, "", false);
  }

  /// The plan of a shape that cannot be a row of the table, and why.
  static RowPlan impossible(String problem) {
    return unwritable(problem, false);
  }

  /// The same, because two fields are for one column.
  static RowPlan twice(String column) {
    return impossible(
        "two fields are for the column `%s`, and differ in upper and lower case alone"
            .formatted(column));
  }

  /// The same, because of a column that takes no values.
  static RowPlan generated(TableName table, String column) {
    return impossible(
        ("`%s` of the table `%s` is a generated column, which the server computes."
                + " Take the field out with a `remove` step.")
            .formatted(ShownName.of(column), table));
  }

  /// The same, because of a column that the table may get later.
  static RowPlan lackingColumn(String problem) {
    return unwritable(problem, true);
  }

  private static RowPlan unwritable(String problem, boolean lacksColumn) {
    var none = new RowFormat(new byte[0], new byte[0]);
    var set = new ColumnSet(List.of());
    return new RowPlan(none, set, new int[0], NO_MODE, problem, lacksColumn);
  }

  /// Whether a column is missing in the table as it was described.
  boolean lacksColumn() {
    return lacksColumn;
  }

  /// The columns that the rows have.
  ///
  /// @throws RecordException when records of this shape cannot be written
  public ColumnSet set() {
    if (!problem.isEmpty()) {
      throw new RecordException(problem);
    }
    return set;
  }

  /// Appends the row without its line end.
  ///
  /// @throws RecordException when a value does not fit its column; then part of the row is appended
  public void encode(JsonObject object, Bytes scratch, Bytes out) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        format.putSeparator(out);
      }
      encode(object, i, scratch, out);
    }
  }

  /// The row column by column, each encoded.
  ///
  /// @throws RecordException when a value does not fit its column
  public byte[][] values(JsonObject object, Bytes scratch) {
    var values = new byte[fields.length][];
    var out = new Bytes(64);
    for (int i = 0; i < fields.length; i++) {
      out.clear();
      encode(object, i, scratch, out);
      values[i] = out.toByteArray();
    }
    return values;
  }

  private void encode(JsonObject object, int i, Bytes scratch, Bytes out) {
    if (!roles[i].isEmpty() && isNull(object, fields[i])) {
      throw new RecordException(
          "`%s` is null, but it is the %s of the upsert"
              .formatted(set.columns().get(i).name(), roles[i]));
    }
    try {
      encodeField(object, i, scratch, out);
    } catch (RecordException e) {
      var column = set.columns().get(i);
      throw new RecordException(
          "`%s` (%s): %s".formatted(column.name(), column.definition(), e.getMessage()));
    }
  }

  private static boolean isNull(JsonObject object, int field) {
    return field != ABSENT
        && object.value(field) instanceof JsonScalar scalar
        && scalar.bytes()[scalar.start()] == 'n';
  }

  private void encodeField(JsonObject object, int i, Bytes scratch, Bytes out) {
    int field = fields[i];
    if (field == ABSENT) {
      encoders[i].encodeAbsent(format, out);
      return;
    }
    var value = object.value(field);
    if (!(value instanceof JsonScalar scalar)) {
      scratch.clear();
      value.writeTo(scratch);
      encoders[i].encode(scratch.array(), 0, scratch.size(), out);
    } else if (scalar.bytes()[scalar.start()] != 'n') {
      encoders[i].encode(scalar.bytes(), scalar.start(), scalar.end(), out);
    } else {
      encoders[i].encodeNull(format, out);
    }
  }
}
