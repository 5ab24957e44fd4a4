package io.dataflow.api.transformation.option;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.ObjectBuilder;

/// Collects fields of nested objects under names that are joined, of equal ones the last.
public final class FlatFields {
  /// Bytes that the names may take together: a name of a megabyte around many fields would stand
  /// before each of them.
  public static final int NAMES_MAX = 32 << 20;

  private final Delimiter delimiter;
  private final ObjectBuilder fields = new ObjectBuilder();
  // The quote and the names around the field, and behind them its own while it is added.
  private final Bytes name = new Bytes(64);
  private long size;

  /// No fields yet.
  public FlatFields(Delimiter delimiter) {
    this.delimiter = delimiter;
    name.put('"');
  }

  /// What is added from here on stands below this name, in quotes as it stands in JSON.
  ///
  /// @return what [#leave] needs to end that
  public int enter(byte[] quotedName) {
    int before = name.size();
    name.put(quotedName, 1, quotedName.length - 1);
    name.put(delimiter.escaped());
    return before;
  }

  /// What is added from here on stands where it stood before the name was entered.
  public void leave(int before) {
    name.truncate(before);
  }

  /// Adds a field; false when the names take too much memory with it.
  public boolean add(byte[] quotedName, Json value) {
    int prefix = name.size();
    size += prefix + quotedName.length;
    if (size > NAMES_MAX) {
      return false;
    }
    name.put(quotedName, 1, quotedName.length);
    fields.put(name, value);
    name.truncate(prefix);
    return true;
  }

  /// An object of the fields, in the order in which they were first added.
  public JsonObject object() {
    return fields.object();
  }
}
