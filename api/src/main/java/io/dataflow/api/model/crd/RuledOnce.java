package io.dataflow.api.model.crd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the rules of a connector where it stands nearest to the root: `spec.sink`. Where a sink
/// stands again, in `errors` and in each route, a definition says which keys there are and of what
/// kind their values are; how they go together is for the webhook and for the operator to say. With
/// all rules four times a definition would be longer than the annotation in which `kubectl apply`
/// keeps what it applied.
final class RuledOnce {
  private static final String RULES = "x-kubernetes-validations";

  private final Map<Set<?>, Map<String, Object>> first = new HashMap<>();
  private final Map<Set<?>, Integer> depths = new HashMap<>();

  private RuledOnce() {}

  /// @param schema a printed schema
  static Map<String, Object> of(Map<String, Object> schema) {
    var once = new RuledOnce();
    once.look(schema, 0);
    return once.keep(schema);
  }

  private void look(Map<String, Object> schema, int depth) {
    var keys = keys(schema);
    if (!keys.isEmpty() && depth < depths.getOrDefault(keys, Integer.MAX_VALUE)) {
      depths.put(keys, depth);
      first.put(keys, schema);
    }
    Parts.change(
        schema,
        (_, part) -> {
          look(part, depth + 1);
          return part;
        });
  }

  private Map<String, Object> keep(Map<String, Object> schema) {
    var keys = keys(schema);
    if (keys.isEmpty() || first.get(keys) == schema) {
      return Parts.change(schema, (_, part) -> keep(part));
    }
    var copy = Parts.change(schema, (key, part) -> key.equals("config") ? bare(part) : part);
    var own = new ArrayList<Object>(rules(schema));
    own.removeAll(rules(first.get(keys)));
    copy.remove(RULES);
    if (!own.isEmpty()) {
      copy.put(RULES, own);
    }
    return copy;
  }

  /// The keys of a connector's `config`; empty of what is no connector.
  private static Set<?> keys(Map<String, Object> schema) {
    var parts = Parts.properties(schema);
    return parts.containsKey("type") && parts.containsKey("config")
        ? Parts.properties(parts.get("config")).keySet()
        : Set.of();
  }

  private static List<?> rules(Map<String, Object> schema) {
    return schema.get(RULES) instanceof List<?> rules ? rules : List.of();
  }

  private static Map<String, Object> bare(Map<String, Object> schema) {
    var bare = Parts.change(schema, (_, part) -> bare(part));
    bare.remove(RULES);
    bare.remove("pattern");
    return bare;
  }
}
