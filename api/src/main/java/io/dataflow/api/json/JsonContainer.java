package io.dataflow.api.json;

import java.util.Arrays;

/// What objects and arrays consist of: values in order, each of them the slice of the source that
/// it was read from, or what was put in its place. Where the slices lie must be known before any
/// of them is asked for. A superclass and not a part, so that a value is one object in memory.
abstract sealed class JsonContainer permits JsonArray, JsonObject {
  byte[] source;
  // Start and end of each slice in turn; there may be room for more behind the last one.
  int[] bounds;
  private Json[] values;
  private boolean modified;

  JsonContainer(byte[] source) {
    this.source = source;
  }

  /// Takes what another container, which must not be used any more, consists of.
  final void take(JsonContainer other) {
    source = other.source;
    bounds = other.bounds;
    values = other.values;
    modified = true;
  }

  /// Takes values that no source has.
  final void take(Json[] made) {
    bounds = new int[2 * made.length];
    values = made;
    modified = true;
  }

  /// Takes what is known of the values of the source; null when nothing is. There are as many as
  /// there is room for.
  final void know(Json[] known) {
    values = known;
  }

  /// The value at the place.
  final Json at(int index) {
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

  /// A copy of the value at the place, which unlike [#at] keeps nothing.
  final Json copyAt(int index) {
    return values != null && values[index] != null
        ? values[index].copy()
        : Json.slice(source, bounds[2 * index], bounds[2 * index + 1]);
  }

  /// Appends the value at the place as JSON, without making a value of it first.
  final void writeAt(int index, Bytes out) {
    if (values != null && values[index] != null) {
      values[index].writeTo(out);
    } else {
      out.put(source, bounds[2 * index], bounds[2 * index + 1]);
    }
  }

  /// How many bytes the value at the place has, as JSON.
  final int lengthAt(int index) {
    return values != null && values[index] != null
        ? values[index].toBytes().length
        : bounds[2 * index + 1] - bounds[2 * index];
  }

  /// Makes room for a value at the place, which may be the one behind the last.
  final void reserve(int index) {
    if (2 * index >= bounds.length) {
      bounds = Arrays.copyOf(bounds, 3 * index + 8 & ~1);
    }
  }

  /// Puts another value in the place.
  final void setAt(int index, Json value) {
    values()[index] = value;
    modified = true;
  }

  /// Takes the value out of the place; those behind it move up.
  ///
  /// @param behind how many there are
  final void removeAt(int index, int behind) {
    System.arraycopy(bounds, 2 * index + 2, bounds, 2 * index, 2 * behind);
    if (values != null) {
      System.arraycopy(values, index + 1, values, index, behind);
      values[index + behind] = null;
    }
    modified = true;
  }

  /// Puts the values in another order.
  ///
  /// @param places the place before of each value that stays
  final void reorder(int[] places) {
    var newBounds = new int[2 * places.length];
    for (int i = 0; i < places.length; i++) {
      newBounds[2 * i] = bounds[2 * places[i]];
      newBounds[2 * i + 1] = bounds[2 * places[i] + 1];
    }
    if (values != null) {
      var before = values();
      values = new Json[places.length];
      Arrays.setAll(values, i -> before[places[i]]);
    }
    bounds = newBounds;
    modified = true;
  }

  /// Gives another container of the same source copies of the values.
  final void copyTo(JsonContainer copy) {
    copy.bounds = bounds.clone();
    copy.modified = modified;
    if (values != null) {
      copy.values = values.clone();
      Arrays.setAll(copy.values, i -> values[i] == null ? null : values[i].copy());
    }
  }

  /// Whether a value, or anything in one, differs from the source.
  final boolean differs() {
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

  private Json[] values() {
    int room = bounds.length / 2;
    if (values == null) {
      values = new Json[room];
    } else if (values.length < room) {
      values = Arrays.copyOf(values, room);
    }
    return values;
  }
}
