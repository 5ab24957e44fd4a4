package io.dataflow.api.transformation.option;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects fields of nested objects under names that are joined, of equal ones the last.
public final class FlatFields {
  /// Bytes that the names may take together: a name of a megabyte around many fields would stand
  /// before each of them.
  public static final int NAMES_MAX = 32 << 20;

  private final Delimiter delimiter;
  private final Bytes prefix = new Bytes(64);
  private final List<Integer> starts = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<byte[]> names = new ArrayList<>();
  private final List<Json> values = new ArrayList<>();
  private long size;

  /// No fields yet.
  public FlatFields(Delimiter delimiter) {
    this.delimiter = delimiter;
    prefix.put('"');
  }

  /// What is added from here on stands below this name, in quotes as it stands in JSON.
  public void enter(byte[] quotedName) {
    starts.add(prefix.size());
    prefix.put(quotedName, 1, quotedName.length - 1);
    prefix.put(delimiter.escaped());
  }

  /// What is added from here on stands no longer below the name that was entered last.
  public void leave() {
    if (!starts.isEmpty()) {
      prefix.truncate(starts.removeLast());
    }
  }

  /// Adds a field; false when the names take too much memory with it.
  public boolean add(byte[] quotedName, Json value) {
    size += prefix.size() + quotedName.length;
    if (size > NAMES_MAX) {
      return false;
    }
    var name = new Bytes(prefix.size() + quotedName.length - 1);
    name.put(prefix.array(), 0, prefix.size());
    name.put(quotedName, 1, quotedName.length);
    var quoted = name.array();
    var known = places.putIfAbsent(JsonText.decode(quoted, 1, quoted.length - 1), names.size());
    if (known == null) {
      names.add(quoted);
      values.add(value);
    } else {
      values.set(known, value);
    }
    return true;
  }

  /// An object of the fields, in the order in which they were first added.
  public JsonObject object() {
    return JsonObject.of(names, values);
  }
}
