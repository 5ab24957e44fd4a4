package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// An array; where its elements lie is found when somebody asks for the first one. Not safe for
/// several threads.
public final class JsonArray implements Json {
  private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.US_ASCII);

  private final byte[] source;
  private final int start;
  private final int end;
  private int[] bounds;
  private Json[] values;
  private int size;
  private boolean modified;

  JsonArray(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /// An array of these values.
  public static JsonArray of(List<Json> values) {
    var array = new JsonArray(NOTHING, 0, NOTHING.length);
    array.bounds = new int[2 * values.size()];
    array.values = values.toArray(new Json[0]);
    array.size = values.size();
    array.modified = true;
    return array;
  }

  private void index() {
    if (bounds == null) {
      bounds = new JsonParser(source, start, end).elements();
      size = bounds.length / 2;
    }
  }

  /// The number of elements.
  public int size() {
    index();
    return size;
  }

  /// An element, from 0.
  public Json get(int index) {
    index();
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
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

  /// A copy of an element, from 0. Unlike [#get] it keeps nothing, so several threads may copy
  /// elements of an array that somebody has asked for its size and nobody changes.
  public Json copyOf(int index) {
    index();
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return values != null && values[index] != null
        ? values[index].copy()
        : Json.slice(source, bounds[2 * index], bounds[2 * index + 1]);
  }

  /// Puts another value in the element's place; the place behind the last one appends.
  public void set(int index, Json value) {
    index();
    if (index > size) {
      throw new IndexOutOfBoundsException(index);
    }
    if (index == size) {
      if (2 * size == bounds.length) {
        bounds = Arrays.copyOf(bounds, 4 * size + 8);
      }
      size++;
    }
    values()[index] = value;
    modified = true;
  }

  /// Takes the element out; those behind it move up.
  public void remove(int index) {
    index();
    int behind = size - index - 1;
    System.arraycopy(bounds, 2 * index + 2, bounds, 2 * index, 2 * behind);
    if (values != null) {
      System.arraycopy(values, index + 1, values, index, behind);
      values[index + behind] = null;
    }
    size--;
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
    out.put('[');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.put(',');
      }
      if (values != null && values[i] != null) {
        values[i].writeTo(out);
      } else {
        out.put(source, bounds[2 * i], bounds[2 * i + 1]);
      }
    }
    out.put(']');
  }

  @Override
  public String text() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public Json copy() {
    var copy = new JsonArray(source, start, end);
    if (bounds != null) {
      copy.bounds = bounds.clone();
      copy.size = size;
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
