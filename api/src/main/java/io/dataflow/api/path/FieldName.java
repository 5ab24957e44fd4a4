package io.dataflow.api.path;

import io.dataflow.api.json.JsonText;
import io.dataflow.api.json.Shape;

/// A field's name that is looked up in object after object: it remembers where the shape that it
/// saw last has it, so for records of one shape the look-up is one comparison of references.
final class FieldName {
  private final String name;
  private final byte[] quoted;

  // Read and written by several threads without a lock: what it refers to never changes, so the
  // worst that can happen is a look-up more.
  private Seen seen = new Seen(null, -1);

  FieldName(String name) {
    this.name = name;
    this.quoted = JsonText.quoted(name);
  }

  String name() {
    return name;
  }

  byte[] quoted() {
    return quoted;
  }

  /// The field's place in the shape, -1 when it has none.
  int indexIn(Shape shape) {
    var last = seen;
    if (last.shape == shape) {
      return last.index;
    }
    int index = shape.indexOf(name);
    seen = new Seen(shape, index);
    return index;
  }

  private record Seen(Shape shape, int index) {}
}
