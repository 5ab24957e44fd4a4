package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where values that are gone have been, to be found again in another place: a field that was
/// renamed, or taken out of an object that is gone. Steps that rename keep the order, so the first
/// of several fits; one of the same name fits better.
final class Origins {
  private static final int DEPTH = 3;

  /// Of so many places with the same value one of the right name is looked for.
  private static final int LOOKED_AT = 100;

  private final Map<String, Set<String>> places = new HashMap<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<String> moved = new HashSet<>();

  Origins(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.Removed(var path, var value)) {
        fields.add(path);
        add(path, value, 0);
      }
    }
  }

  private void add(String path, Json value, int depth) {
    places.computeIfAbsent(key(value), absent -> new LinkedHashSet<>()).add(path);
    if (value instanceof JsonObject object && depth < DEPTH) {
      for (int i = 0; i < object.size(); i++) {
        add(path + Changes.step(object.shape().name(i)), object.value(i), depth + 1);
      }
    }
  }

  /// Where a new value was before; empty when it was nowhere, or is too common to tell.
  Optional<String> of(Change.Added added) {
    var candidates = places.getOrDefault(key(added.value()), Set.of());
    var name = added.path().substring(Math.max(0, added.path().lastIndexOf('.')));
    var place =
        candidates.stream()
            .limit(LOOKED_AT)
            .filter(it -> it.endsWith(name))
            .findFirst()
            .or(
                () ->
                    candidates.stream().limit(LOOKED_AT).filter(it -> fits(it, added)).findFirst());
    place.ifPresent(candidates::remove);
    place.ifPresent(moved::add);
    return place;
  }

  private boolean fits(String place, Change.Added added) {
    return fields.contains(place) || isTelling(added.value());
  }

  /// Whether a value is unlikely to be there twice by chance.
  private static boolean isTelling(Json value) {
    return switch (value) {
      case JsonScalar scalar -> scalar.kind() == ScalarKind.STRING && scalar.text().length() > 1;
      case JsonObject object -> object.size() > 0;
      case JsonArray array -> array.size() > 0;
    };
  }

  /// The same for the same values, as [Changes#isSame] takes them.
  private static String key(Json value) {
    return value instanceof JsonScalar scalar
        ? scalar.kind() + " " + scalar.text()
        : value.toString();
  }

  /// Whether nothing more needs to be said of something that is gone, because it has moved.
  boolean explains(Change change) {
    return change instanceof Change.Removed && moved.contains(change.path());
  }
}
