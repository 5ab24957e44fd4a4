package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Optional;

/// One place of a value: a field of an object, there or not yet, or an element of an array.
sealed interface Slot {

  /// What stands in the place.
  Optional<Json> get();

  /// Puts a value there; false when that cannot be.
  boolean set(Json value);

  /// Takes it out, if it is there.
  void remove();

  /// The place that a name means in a value.
  ///
  /// @param padding how far behind the end of an array a place may lie and still be set
  static Slot of(Json holder, Segment.Named name, int padding) {
    return switch (holder) {
      case JsonObject object ->
          new Field(object, name.field(), name.field().indexIn(object.shape()));
      case JsonArray array when name.index() >= 0 -> new Element(array, name.index(), padding);
      case JsonArray _, JsonScalar _ -> Nowhere.NOWHERE;
    };
  }

  /// A field; `index` is -1 while it is not there.
  record Field(JsonObject object, FieldName name, int index) implements Slot {
    @Override
    public Optional<Json> get() {
      return index < 0 ? Optional.empty() : Optional.of(object.value(index));
    }

    @Override
    public boolean set(Json value) {
      if (index < 0) {
        object.append(name.quoted(), value);
      } else {
        object.set(index, value);
      }
      return true;
    }

    @Override
    public void remove() {
      if (index >= 0) {
        object.remove(index);
      }
    }
  }

  /// An element, or a place behind the last one.
  record Element(JsonArray array, int index, int padding) implements Slot {
    @Override
    public Optional<Json> get() {
      return index < array.size() ? Optional.of(array.get(index)) : Optional.empty();
    }

    @Override
    public boolean set(Json value) {
      if (index >= array.size() + padding) {
        return false;
      }
      while (array.size() < index) {
        array.set(array.size(), JsonScalar.NULL);
      }
      array.set(index, value);
      return true;
    }

    @Override
    public void remove() {
      if (index < array.size()) {
        array.remove(index);
      }
    }
  }

  /// No place: a name does not lead into an array, and nothing leads into a text or number.
  enum Nowhere implements Slot {
    NOWHERE;

    @Override
    public Optional<Json> get() {
      return Optional.empty();
    }

    @Override
    public boolean set(Json value) {
      return false;
    }

    @Override
    public void remove() {
      // Nothing is there.
    }
  }
}
