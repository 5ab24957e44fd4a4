package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Optional;
import java.util.function.Predicate;

/// One step of a path, from a value to what is in it.
sealed interface Segment {

  /// What the segment leads to when it leads to one value; empty when there is none.
  Optional<Json> in(Json value);

  /// A field's name, or the index of an element.
  ///
  /// @param index from 0; -1 when the name is no index
  record Named(FieldName field, int index) implements Segment {
    @Override
    public Optional<Json> in(Json value) {
      return switch (value) {
        case JsonObject object -> {
          int at = field.indexIn(object.shape());
          yield at < 0 ? Optional.empty() : Optional.of(object.value(at));
        }
        case JsonArray array ->
            index < 0 || index >= array.size() ? Optional.empty() : Optional.of(array.get(index));
        case JsonScalar _ -> Optional.empty();
      };
    }
  }

  /// All elements of an array: `#` or `[*]`.
  ///
  /// @param counts whether it means the number of elements when nothing follows it: `#`
  record Each(boolean counts) implements Segment {
    @Override
    public Optional<Json> in(Json value) {
      if (!(value instanceof JsonArray array)) {
        return Optional.empty();
      }
      return Optional.of(counts ? JsonScalar.of(array.size()) : array);
    }
  }

  /// The first field whose name is like this.
  record Like(Glob glob) implements Segment {
    @Override
    public Optional<Json> in(Json value) {
      if (value instanceof JsonObject object) {
        for (int i = 0; i < object.size(); i++) {
          if (glob.matches(object.shape().name(i))) {
            return Optional.of(object.value(i));
          }
        }
      }
      return Optional.empty();
    }
  }

  /// The elements of an array that fulfil something: `#(sku=="a")`, with `#` behind it all of them.
  record Query(Predicate<Json> wanted, boolean all) implements Segment {
    @Override
    public Optional<Json> in(Json value) {
      if (value instanceof JsonArray array) {
        for (int i = 0; i < array.size(); i++) {
          if (wanted.test(array.get(i))) {
            return Optional.of(array.get(i));
          }
        }
      }
      return Optional.empty();
    }
  }
}
