package io.dataflow.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes an object field by field. Of equal names the last one counts, in the place of the first.
/// As long as its shape is one that objects share, a name is compared and neither copied nor looked
/// up.
public final class ObjectBuilder {
  private static final int FIELDS_EXPECTED = 12;

  private List<byte[]> names = List.of();
  private Map<String, Integer> places = Map.of();
  private Json[] values = new Json[FIELDS_EXPECTED];
  private int size;
  private boolean shared = true;
  private Shape shape = ShapeTree.current().root();

  /// An object without fields.
  public ObjectBuilder() {}

  /// Puts a value under a name.
  ///
  /// @param name in quotes, escaped as JSON wants it, and nothing else; not kept
  public void put(Bytes name, Json value) {
    var next = shared ? shape.child(name.array(), 0, name.size()) : null;
    if (next != null) {
      shape = next;
      append(value);
      return;
    }
    if (shared) {
      remember();
    }
    int place = places.getOrDefault(text(name.array(), name.size()), size);
    if (place == size) {
      remember(name.toByteArray());
      append(value);
    } else {
      values[place] = value;
    }
  }

  private void append(Json value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /// From here on names are looked up: this one is there already, or no shape is shared for it.
  private void remember() {
    shared = false;
    names = new ArrayList<>();
    places = new HashMap<>();
    for (int i = 0; i < size; i++) {
      remember(shape.quotedName(i));
    }
  }

  private void remember(byte[] name) {
    places.put(text(name, name.length), names.size());
    names.add(name);
  }

  private static String text(byte[] quoted, int length) {
    return JsonText.decode(quoted, 1, length - 1);
  }

  /// The object; nothing may be put into it through the builder any more.
  public JsonObject object() {
    return new JsonObject(shared ? shape : Shape.of(names), values);
  }
}
