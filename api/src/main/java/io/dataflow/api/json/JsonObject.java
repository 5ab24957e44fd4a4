package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// An object: its [Shape] and, for each field, the slice of the source that its value is or the
/// value that was put in its place. Fields keep their order; of equal names the last one counts.
/// Not safe for several threads.
public final class JsonObject implements Json {
  private static final int FIELDS_EXPECTED = 12;

  private final byte[] source;
  private final int start;
  private int end;
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
    if (shape == null) {
      new JsonParser(source, start, end).index(this);
    }
    return shape;
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
      bounds = Arrays.copyOf(bounds, 2 * index + 8);
    }
    set(index, value);
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
