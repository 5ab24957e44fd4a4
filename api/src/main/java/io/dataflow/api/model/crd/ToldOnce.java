package io.dataflow.api.model.crd;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Says what the keys of an object are once in a definition. Where the same object stands again, as
/// a sink does in `errors` and in each route, its keys have no descriptions of their own, and the
/// object's says where they are: a definition has to stay below the size of an annotation, or
/// `kubectl apply` could not keep what it applied.
final class ToldOnce {
  private static final int FEW = 3;

  private final Map<Object, Place> told = new HashMap<>();

  private ToldOnce() {}

  /// Where an object stands; of equal ones the nearest to the root says it, and of those the first.
  private record Place(String path, int depth) {
    Place below(String key) {
      return new Place(path.isEmpty() ? key : path + "." + key, depth + 1);
    }

    Place item() {
      return new Place(path + "[]", depth + 1);
    }
  }

  /// @param schema a printed schema
  static Map<String, Object> of(Map<String, Object> schema) {
    var once = new ToldOnce();
    var root = new Place("", 0);
    once.look(schema, root);
    return once.tell(schema, root);
  }

  private Map<String, Object> look(Map<String, Object> schema, Place place) {
    if (schema.containsKey("properties")) {
      told.merge(shape(schema), place, (mine, other) -> other.depth < mine.depth ? other : mine);
    }
    return below(schema, place, this::look);
  }

  private Map<String, Object> tell(Map<String, Object> schema, Place place) {
    if (!schema.containsKey("properties") || told.get(shape(schema)).equals(place)) {
      return below(schema, place, this::tell);
    }
    var silent = new LinkedHashMap<String, Object>();
    silent.put("description", reference(schema));
    silent.putAll(shape(below(schema, place, ToldOnce::silent)));
    return silent;
  }

  /// Where the keys are told. What they are in an object of a few is seen by their names, and costs
  /// no line in each of many copies.
  private String reference(Map<String, Object> schema) {
    var words = schema.get("description") instanceof String text ? text : "";
    return schema.get("properties") instanceof Map<?, ?> keys && keys.size() <= FEW
        ? words
        : words
            + (words.isEmpty() ? "" : " ")
            + "Its keys are those of `"
            + told.get(shape(schema)).path
            + "`.";
  }

  private static Map<String, Object> silent(Map<String, Object> schema, Place place) {
    return shape(below(schema, place, ToldOnce::silent));
  }

  /// What an object is, whatever it is there for.
  private static Map<String, Object> shape(Map<String, Object> schema) {
    var shape = new LinkedHashMap<>(schema);
    shape.remove("description");
    return shape;
  }

  private interface Change {
    Map<String, Object> of(Map<String, Object> schema, Place place);
  }

  private static Map<String, Object> below(Map<String, Object> schema, Place place, Change change) {
    return Parts.change(
        schema, (key, part) -> change.of(part, key.equals("[]") ? place.item() : place.below(key)));
  }
}
