package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An object: its [Shape] and, for each field, the slice of the source that its value is or the
/// value that was put in its place. Fields keep their order; of equal names the last one counts.
/// Not safe for several threads.
public final class JsonObject implements Json {
  private static final int FIELDS_EXPECTED = 12;

  private byte[] source;
  private final int start;
  private int end;
  private Supplier<JsonObject> maker;
  private Shape shape;
  private int[] bounds;
  private Json[] values;
  private boolean modified;

  JsonObject(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /// An object without fields.
  public static JsonObject empty() {
    return new JsonObject("{}".getBytes(StandardCharsets.US_ASCII), 0, 2);
  }

  /// An object of these fields. Their names are in quotes, escaped as JSON wants it, and differ
  /// from each other.
  public static JsonObject of(List<byte[]> quotedNames, List<Json> values) {
    var object = empty();
    object.fields(Shape.of(quotedNames), new int[2 * values.size()]);
    object.values = values.toArray(new Json[0]);
    object.modified = true;
    return object;
  }

  /// An object that is not made before somebody looks into it: until then it takes a few bytes,
  /// however large it is, and whoever only writes it leaves it so.
  ///
  /// @param maker makes the object, every time a new one that is the same
  public static JsonObject later(Supplier<JsonObject> maker) {
    var object = new JsonObject(new byte[0], 0, 0);
    object.maker = maker;
    object.modified = true;
    return object;
  }

  int expectedFields() {
    return Math.min(FIELDS_EXPECTED, (end - start) / 4 + 1);
  }

  void fields(Shape shape, int[] bounds) {
    this.shape = shape;
    this.bounds = bounds;
  }

  void endsAt(int end) {
    this.end = end;
  }

  /// The names of the fields, in order.
  public Shape shape() {
    if (shape == null && maker != null) {
      become(maker.get());
    } else if (shape == null) {
      new JsonParser(source, start, end).index(this);
    }
    return shape;
  }

  private void become(JsonObject made) {
    maker = null;
    shape = made.shape();
    source = made.source;
    bounds = made.bounds;
    values = made.values;
  }

  /// The number of fields.
  public int size() {
    return shape().size();
  }

  /// The value of the field of this name.
  public Optional<Json> get(String name) {
    int index = shape().indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(value(index));
  }

  /// The value of a field, by its place in the [#shape].
  public Json value(int index) {
    shape();
    if (values != null && values[index] != null) {
      return values[index];
    }
    var value = Json.slice(source, bounds[2 * index], bounds[2 * index + 1]);
    if (!(value instanceof JsonScalar)) {
      // Kept, because it may be changed in place.
      values()[index] = value;
    }
    return value;
  }

  /// Appends a field's value as JSON, without making a value of it first.
  public void writeValue(int index, Bytes out) {
    if (values != null && values[index] != null) {
      values[index].writeTo(out);
    } else {
      out.put(source, bounds[2 * index], bounds[2 * index + 1]);
    }
  }

  /// Sets the field, in its place if it is there, else as the last one.
  public void put(String name, Json value) {
    int index = shape().indexOf(name);
    if (index < 0) {
      append(JsonText.quoted(name), value);
    } else {
      set(index, value);
    }
  }

  /// Puts another value in a field's place, by its place in the [#shape].
  public void set(int index, Json value) {
    shape();
    values()[index] = value;
    modified = true;
  }

  /// Adds a field, which must not be there yet, as the last one. Its name is in quotes, and escaped
  /// as JSON wants it.
  public void append(byte[] quotedName, Json value) {
    int index = shape().size();
    shape = shape.with(quotedName);
    if (2 * index >= bounds.length) {
      bounds = Arrays.copyOf(bounds, 3 * index + 8 & ~1);
    }
    set(index, value);
  }

  /// Puts all fields of another object, which must not be used any more, over its own ones.
  public void putAll(JsonObject other) {
    var names = other.shape();
    int[] places = SharedNames.places(shape(), names);
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        append(names.quotedName(i), other.value(i));
      } else {
        set(places[i], other.value(i));
      }
    }
  }

  /// Takes the field out, if it is there.
  public void remove(String name) {
    int index = shape().indexOf(name);
    if (index >= 0) {
      remove(index);
    }
  }

  /// Takes a field out, by its place in the [#shape].
  public void remove(int index) {
    int behind = shape().size() - index - 1;
    shape = shape.without(index);
    System.arraycopy(bounds, 2 * index + 2, bounds, 2 * index, 2 * behind);
    if (values != null) {
      System.arraycopy(values, index + 1, values, index, behind);
      values[index + behind] = null;
    }
    modified = true;
  }

  /// Gives the object other fields.
  ///
  /// @param fields which field of before each one is now
  void rename(Shape names, int[] fields) {
    var newBounds = new int[2 * fields.length];
    for (int i = 0; i < fields.length; i++) {
      newBounds[2 * i] = bounds[2 * fields[i]];
      newBounds[2 * i + 1] = bounds[2 * fields[i] + 1];
    }
    if (values != null) {
      var before = values;
      values = new Json[fields.length];
      Arrays.setAll(values, i -> before[fields[i]]);
    }
    shape = names;
    bounds = newBounds;
    modified = true;
  }

  private Json[] values() {
    int room = bounds.length / 2;
    if (values == null) {
      values = new Json[room];
    } else if (values.length < room) {
      values = Arrays.copyOf(values, room);
    }
    return values;
  }

  @Override
  public boolean isModified() {
    if (modified || values == null) {
      return modified;
    }
    for (var value : values) {
      if (value != null && value.isModified()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void writeTo(Bytes out) {
    if (maker != null) {
      maker.get().writeTo(out);
      return;
    }
    if (!isModified()) {
      out.put(source, start, end);
      return;
    }
    out.put('{');
    var openings = shape.openings();
    for (int i = 0; i < openings.length; i++) {
      out.put(openings[i], i == 0 ? 1 : 0, openings[i].length);
      writeValue(i, out);
    }
    out.put('}');
  }

  @Override
  public String text() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public Json copy() {
    if (maker != null) {
      return later(maker);
    }
    var copy = new JsonObject(source, start, end);
    if (shape != null) {
      copy.fields(shape, bounds.clone());
      copy.modified = modified;
      if (values != null) {
        copy.values = values.clone();
        Arrays.setAll(copy.values, i -> values[i] == null ? null : values[i].copy());
      }
    }
    return copy;
  }

  @Override
  public String toString() {
    return text();
  }
}
