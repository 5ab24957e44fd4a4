package io.dataflow.api.model.crd;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.rule.Cel;
import java.util.ArrayList;
import java.util.List;

/// A key that one type of a choice has in its `config`.
record Member(String type, String key, Schema schema) {
  private static final List<String> BOUNDS = List.of("minimum", "maximum", "minItems", "enum");

  /// What its schema says of the value, in CEL for the object with `type` and `config`: for a key
  /// of which another type says something else.
  List<Invariant> invariants() {
    var invariants = new ArrayList<>(schema.invariants());
    for (var bound : BOUNDS) {
      schema.key(bound).map(value -> bound(bound, value)).ifPresent(invariants::add);
    }
    return invariants.stream().map(it -> it.below(key).below("config").unless(absent())).toList();
  }

  private String absent() {
    return Cel.notIn("self.type", List.of(type))
        + " || !has(self.config) || "
        + Cel.lacks("self.config." + key);
  }

  private static Invariant bound(String name, Object value) {
    return switch (name) {
      case "minimum" ->
          Invariant.wrong("self >= " + value, "", "too small. Set it to " + value + " or more.");
      case "maximum" ->
          Invariant.wrong("self <= " + value, "", "too large. Set it to " + value + " or less.");
      case "minItems" -> Invariant.wrong("self.size() > 0", "", "empty. Put something into it.");
      default -> {
        var words = ((List<?>) value).stream().map(Object::toString).toList();
        var shown = words.stream().filter(it -> !it.isEmpty()).toList();
        yield Invariant.wrong(Cel.in("self", words), "", "not known. " + Words.there(shown));
      }
    };
  }
}
