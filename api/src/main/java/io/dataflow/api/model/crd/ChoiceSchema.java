package io.dataflow.api.model.crd;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.reference.ExampleYaml;
import io.dataflow.api.model.rule.Cel;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.RecordModel;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// The schema of an object with `type` and `config`: which types there are, and which keys of
/// `config` go with which of them.
///
/// @param object the object's schema, which may have other keys beside the two
record ChoiceSchema(ChoiceModel choice, Schema object) {
  Schema schema() {
    var union = new Union(choice);
    object.property("type", type()).property("config", union.schema()).require("type");
    union.invariants().forEach(object::holds);
    return object;
  }

  private Schema type() {
    var all = new ArrayList<>(choice.names());
    all.addAll(choice.later());
    var type = Schema.of("string").with("enum", all).described(typeWords());
    return choice.later().isEmpty()
        ? type
        : type.holds(
            Invariant.computed(
                "!(" + Cel.in("self", choice.later()) + ")",
                "",
                ValueSchema.notYet(Words.there(choice.names()))));
  }

  private String typeWords() {
    var words = new StringBuilder("Which one.");
    for (var name : choice.names()) {
      words.append(" `").append(name).append("`: ");
      words.append(choice.model(name).map(RecordModel::doc).orElseThrow());
    }
    return choice.later().isEmpty()
        ? words.toString()
        : words
            .append(" Not in this version yet: ")
            .append(Words.list(choice.later()))
            .append('.')
            .toString();
  }

  /// The shortest sensible object of each type.
  static String examples(ChoiceModel choice) {
    return choice.names().stream()
        .map(name -> ExampleYaml.of(name, choice.model(name).orElseThrow()))
        .map(lines -> String.join("\n", lines))
        .collect(Collectors.joining("\n\n", "\n\nFor example:\n\n", ""));
  }
}
