package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An object: its [Shape] and, for each field, the slice of the source that its value is or the
/// value that was put in its place. Fields keep their order; of equal names the last one counts.
/// Not safe for several threads.
public final class JsonObject extends JsonContainer implements Json {
  private static final int FIELDS_EXPECTED = 12;
  private static final byte[] NOTHING = {};
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);

  private final int start;
  private int end;
  private Supplier<JsonObject> maker;
  private Shape shape;
  // The shape up to the field that it was first the value of; null where nobody knows.
  private Shape place;

  JsonObject(byte[] source, int start, int end) {
    super(source);
    this.start = start;
    this.end = end;
  }

  /// An object of these values; behind them there may be room for more.
  JsonObject(Shape shape, Json[] values) {
    this(EMPTY, 0, EMPTY.length);
    this.shape = shape;
    take(values);
  }

  /// An object of these fields. Their names are in quotes, escaped as JSON wants it, and differ
  /// from each other.
  public static JsonObject of(List<byte[]> quotedNames, List<Json> values) {
    return new JsonObject(Shape.of(quotedNames), values.toArray(new Json[0]));
  }

  /// An object without fields.
  public static JsonObject empty() {
    var object = new JsonObject(EMPTY, 0, EMPTY.length);
    object.fields(ShapeTree.current().root(), new int[2 * FIELDS_EXPECTED], null);
    return object;
  }

  /// An object that is not made before somebody looks into it: until then it takes a few bytes,
  /// however large it is, and whoever only writes it leaves it so.
  ///
  /// @param maker makes the object, every time a new one that is the same
  public static JsonObject later(Supplier<JsonObject> maker) {
    var object = new JsonObject(NOTHING, 0, 0);
    object.maker = maker;
    return object;
  }

  int expectedFields() {
    return Math.min(FIELDS_EXPECTED, (end - start) / 4 + 1);
  }

  /// @param values those that are known already; null where there is none
  void fields(Shape shape, int[] bounds, Json[] values) {
    this.shape = shape;
    this.bounds = bounds;
    know(values);
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
      if (place != null) {
        place.lookedInto = true;
      }
    }
    return shape;
  }

  private void become(JsonObject made) {
    maker = null;
    shape = made.shape();
    take(made);
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
    var value = at(index);
    if (value instanceof JsonObject inner && inner.shape == null && inner.place == null) {
      inner.place = shape.upTo(index + 1);
    }
    return value;
  }

  /// Appends a field's value as JSON, without making a value of it first.
  public void writeValue(int index, Bytes out) {
    writeAt(index, out);
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
    setAt(index, value);
  }

  /// Adds a field, which must not be there yet, as the last one. Its name is in quotes, and escaped
  /// as JSON wants it.
  public void append(byte[] quotedName, Json value) {
    int index = shape().size();
    shape = shape.with(quotedName);
    reserve(index);
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
    removeAt(index, behind);
  }

  /// Gives the object other fields.
  ///
  /// @param fields which field of before each one is now
  void rename(Shape names, int[] fields) {
    reorder(fields);
    shape = names;
  }

  @Override
  public boolean isModified() {
    return maker != null || differs();
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
      copy.shape = shape;
      copyTo(copy);
    }
    return copy;
  }

  @Override
  public String toString() {
    return text();
  }
}
