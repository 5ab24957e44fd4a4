package io.dataflow.api.model.crd;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.rule.Cel;
import java.util.List;
import java.util.stream.Collectors;

/// The keys of a `config` that the same types have, and that the other types must not have. They
/// are one rule together: one for each key would be most of the definition's size.
///
/// @param keys at least one
/// @param owners the types that have them
/// @param others the types that do not
record ForeignKeys(List<String> keys, List<String> owners, List<String> others) {

  /// The type is asked first: it is the cheap question, as the API server goes through all keys of
  /// `config` to look at one of them, for every rule and with every write of the status.
  Invariant invariant() {
    var cel =
        Cel.notIn("self.type", others)
            + " || !has(self.config) || !("
            + keys.stream().map(ForeignKeys::given).collect(Collectors.joining(" || "))
            + ")";
    return keys.size() == 1
        ? Invariant.computed(cel, "config." + keys.getFirst(), one())
        : Invariant.computed(cel, "config", several());
  }

  private static String given(String key) {
    return "has(self.config." + key + ")";
  }

  private String one() {
    return Cel.text("unknown key for type `")
        + " + self.type + "
        + Cel.text("`: only " + Words.list(owners) + " has it. Remove it.");
  }

  /// The names are put together one by one: the API server takes a list of them for as long as any
  /// list may be, and refuses the rule as too costly.
  private String several() {
    return Cel.text("unknown keys for type `")
        + " + self.type + '`:'"
        + keys.stream()
            .map(key -> " + (" + given(key) + " ? " + Cel.text(" `" + key + "`") + " : '')")
            .collect(Collectors.joining())
        + " + "
        + Cel.text("; only " + Words.list(owners) + " has them. Remove them.");
  }
}
