package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// An array; where its elements lie is found when somebody asks for the first one. Not safe for
/// several threads.
public final class JsonArray extends JsonContainer implements Json {
  private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.US_ASCII);

  private final int start;
  private final int end;
  private int size;

  JsonArray(byte[] source, int start, int end) {
    super(source);
    this.start = start;
    this.end = end;
  }

  /// An array of these values.
  public static JsonArray of(List<Json> values) {
    var array = new JsonArray(NOTHING, 0, NOTHING.length);
    array.take(values.toArray(new Json[0]));
    array.size = values.size();
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
    return at(index);
  }

  /// A copy of an element, from 0. Unlike [#get] it keeps nothing, so several threads may copy
  /// elements of an array that somebody has asked for its size and nobody changes.
  public Json copyOf(int index) {
    index();
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return copyAt(index);
  }

  /// How many bytes an element has, from 0, as JSON.
  public int lengthOf(int index) {
    index();
    return lengthAt(index);
  }

  /// Puts another value in the element's place; the place behind the last one appends.
  public void set(int index, Json value) {
    index();
    if (index > size) {
      throw new IndexOutOfBoundsException(index);
    }
    if (index == size) {
      reserve(size);
      size++;
    }
    setAt(index, value);
  }

  /// Takes the element out; those behind it move up.
  public void remove(int index) {
    index();
    removeAt(index, size - index - 1);
    size--;
  }

  @Override
  public boolean isModified() {
    return differs();
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
      writeAt(i, out);
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
      copy.size = size;
      copyTo(copy);
    }
    return copy;
  }

  @Override
  public String toString() {
    return text();
  }
}
