package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.postgresql.cdc.value.ValueForm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The values of a row, as texts in a buffer that is not copied.
public final class Tuple {
  /// A row of which nothing is known.
  static final Tuple NONE = new Tuple(new byte[0], 0);

  private static final int NULL = -1;
  private static final int UNCHANGED = -2;

  private final byte[] buffer;
  private final int[] starts;
  private final int[] ends;

  Tuple(byte[] buffer, int columns) {
    this.buffer = buffer;
    this.starts = new int[columns];
    this.ends = new int[columns];
  }

  void value(int column, int start, int end) {
    starts[column] = start;
    ends[column] = end;
  }

  void isNull(int column) {
    starts[column] = NULL;
  }

  /// A long value that an update has left as it was is not sent.
  void unchanged(int column) {
    starts[column] = UNCHANGED;
  }

  /// How many values it has.
  int size() {
    return starts.length;
  }

  boolean isUnchanged(int column) {
    return starts[column] == UNCHANGED;
  }

  boolean isSame(int column, Tuple other) {
    boolean bothThere = starts[column] >= 0 && other.starts[column] >= 0;
    return bothThere
        ? Arrays.equals(
            buffer,
            starts[column],
            ends[column],
            other.buffer,
            other.starts[column],
            other.ends[column])
        : starts[column] == other.starts[column];
  }

  void write(int column, ValueForm form, Bytes out) {
    if (starts[column] < 0) {
      out.put("null");
    } else {
      form.write(buffer, starts[column], ends[column], out);
    }
  }

  /// A value as the server has written it; empty for none.
  Optional<String> text(int column) {
    return column < 0 || column >= starts.length || starts[column] < 0
        ? Optional.empty()
        : Optional.of(
            new String(
                buffer, starts[column], ends[column] - starts[column], StandardCharsets.UTF_8));
  }
}
