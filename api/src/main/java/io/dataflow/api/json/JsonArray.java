package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An array; its elements are found when somebody asks for the first one. Not safe for several
/// threads.
public final class JsonArray implements Json {
  private final byte[] source;
  private final int start;
  private final int end;
  private List<Json> elements;
  private boolean modified;

  JsonArray(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /// An array of these values.
  public static JsonArray of(List<Json> values) {
    var array = new JsonArray("[]".getBytes(StandardCharsets.US_ASCII), 0, 2);
    array.elements = new ArrayList<>(values);
    array.modified = true;
    return array;
  }

  private List<Json> elements() {
    if (elements == null) {
      elements = new ArrayList<>();
      for (int[] bounds : new JsonParser(source, start, end).elements()) {
        elements.add(Json.slice(source, bounds[0], bounds[1]));
      }
    }
    return elements;
  }

  /// The number of elements.
  public int size() {
    return elements().size();
  }

  /// An element, from 0.
  public Json get(int index) {
    return elements().get(index);
  }

  /// Puts another value in the element's place; the place behind the last one appends.
  public void set(int index, Json value) {
    modified = true;
    if (index == size()) {
      elements.add(value);
    } else {
      elements().set(index, value);
    }
  }

  /// Takes the element out; those behind it move up.
  public void remove(int index) {
    modified = true;
    elements().remove(index);
  }

  @Override
  public boolean isModified() {
    return modified || elements != null && elements.stream().anyMatch(Json::isModified);
  }

  @Override
  public void writeTo(Bytes out) {
    if (!isModified()) {
      out.put(source, start, end);
      return;
    }
    out.put('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      elements.get(i).writeTo(out);
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
    if (elements != null) {
      copy.elements = new ArrayList<>(elements);
      copy.elements.replaceAll(Json::copy);
      copy.modified = modified;
    }
    return copy;
  }

  @Override
  public String toString() {
    return text();
  }
}
