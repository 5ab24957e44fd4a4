package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where values that are gone have been, to be found again in another place: a field that was
/// renamed, or taken out of an object that is gone. Steps that rename keep the order, so the first
/// of several fits; one of the same name fits better.
final class Origins {
  /// So much of what is gone is looked into: comparing all with all costs the square of it.
  private static final int MOST = 500;

  private final Map<String, Json> left = new LinkedHashMap<>();
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
    if (left.size() >= MOST) {
      return;
    }
    left.put(path, value);
    if (value instanceof JsonObject object && depth < 3) {
      for (int i = 0; i < object.size(); i++) {
        add(path + Changes.step(object.shape().name(i)), object.value(i), depth + 1);
      }
    }
  }

  /// Where a new value was before; empty when it was nowhere, or is too common to tell.
  Optional<String> of(Change.Added added) {
    var places =
        left.entrySet().stream()
            .filter(it -> Changes.isSame(it.getValue(), added.value()))
            .map(Map.Entry::getKey)
            .toList();
    var name = added.path().substring(Math.max(0, added.path().lastIndexOf('.')));
    var place =
        places.stream()
            .filter(it -> it.endsWith(name))
            .findFirst()
            .or(
                () ->
                    places.stream()
                        .filter(it -> fields.contains(it) || isTelling(added))
                        .findFirst());
    place.ifPresent(left::remove);
    place.ifPresent(moved::add);
    return place;
  }

  /// Whether a value is unlikely to be there twice by chance.
  private static boolean isTelling(Change.Added added) {
    return added.value() instanceof JsonScalar scalar
        ? scalar.kind() == ScalarKind.STRING && scalar.text().length() > 1
        : added.value() instanceof JsonObject object && object.size() > 0;
  }

  /// Whether nothing more needs to be said of something that is gone, because it has moved.
  boolean explains(Change change) {
    return change instanceof Change.Removed && moved.contains(change.path());
  }
}
