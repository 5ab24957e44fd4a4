package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.util.List;

/// What is left of a value when only some paths are kept, each in its place. Elements of arrays
/// keep their index: what is not kept before them becomes `null`.
public final class Projection {
  private static final int ANY_INDEX = 1 << 30;

  private final List<List<Segment>> paths;

  /// Keeps what these paths lead to, and the objects and arrays on the way.
  public Projection(List<FieldPath> paths) {
    this.paths = paths.stream().map(FieldPath::segments).toList();
  }

  /// What is kept of an object or array, which must not be used any more; `{}` or `[]` when nothing
  /// is.
  public Json of(Json root) {
    var kept = like(root);
    for (var path : paths) {
      keep(root, kept, path, 0);
    }
    return kept;
  }

  private static void keep(Json from, Json into, List<Segment> path, int at) {
    switch (path.get(at)) {
      case Segment.Named named -> keepField(from, into, named, path, at);
      case Segment.Each _ when from instanceof JsonArray all && into instanceof JsonArray kept ->
          keepElements(all, kept, path, at);
      case Segment.Each _, Segment.Like _, Segment.Query _ -> {
        // Nothing is there; wildcards and queries are refused where the path is read.
      }
    }
  }

  private static void keepField(
      Json from, Json into, Segment.Named named, List<Segment> path, int at) {
    var found = Slot.of(from, named, 0).get();
    if (found.isEmpty()) {
      return;
    }
    var slot = Slot.of(into, named, ANY_INDEX);
    if (at + 1 == path.size()) {
      slot.set(found.get());
    } else if (slot.get().filter(it -> !(it instanceof JsonScalar)).isPresent()) {
      keep(found.get(), slot.get().get(), path, at + 1);
    } else {
      var made = like(found.get());
      keep(found.get(), made, path, at + 1);
      if (!isEmpty(made) || path.get(at + 1) instanceof Segment.Each && made instanceof JsonArray) {
        slot.set(made);
      }
    }
  }

  private static void keepElements(JsonArray all, JsonArray kept, List<Segment> path, int at) {
    for (int i = 0; i < all.size(); i++) {
      if (at + 1 == path.size()) {
        kept.set(i, all.get(i));
        continue;
      }
      var element = all.get(i);
      boolean container = !(element instanceof JsonScalar);
      if (i == kept.size() || container && kept.get(i) instanceof JsonScalar) {
        kept.set(i, like(element));
      }
      keep(element, kept.get(i), path, at + 1);
    }
  }

  private static Json like(Json value) {
    return switch (value) {
      case JsonObject _ -> JsonObject.empty();
      case JsonArray _ -> JsonArray.of(List.of());
      case JsonScalar _ -> JsonScalar.NULL;
    };
  }

  private static boolean isEmpty(Json value) {
    return switch (value) {
      case JsonObject object -> object.size() == 0;
      case JsonArray array -> array.size() == 0;
      case JsonScalar scalar -> scalar.kind() == ScalarKind.NULL;
    };
  }
}
