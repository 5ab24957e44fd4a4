package io.dataflow.api.model.reference;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.RecordModel;

/// A record's keys as a table in Markdown.
record FieldTable(RecordModel record) {
  @Override
  public String toString() {
    var out = new StringBuilder();
    if (!record.fields().isEmpty()) {
      out.append("| key | type | default | meaning |\n|---|---|---|---|\n");
      record.fields().forEach(field -> out.append(row(field)));
    }
    if (!record.later().isEmpty()) {
      out.append("\nNot in this version yet: ").append(Words.list(record.later())).append(".\n");
    }
    return out.toString();
  }

  private static String row(Field field) {
    if (field.inline() && field.type() instanceof ChoiceModel choice) {
      return "| `type`, `config` | %s | required | %s |\n"
          .formatted(TypeWords.link(choice), choice.doc());
    }
    var key = "`" + field.name() + "`" + field.refKey().map(ref -> " or `" + ref + "`").orElse("");
    var meaning = new StringBuilder(field.fullDoc());
    field.constant().ifPresent(value -> meaning.append(" Always `").append(value).append("`."));
    if (!field.example().isEmpty()) {
      meaning.append(" Example: `").append(field.example()).append("`.");
    }
    return "| %s | %s | %s | %s |\n"
        .formatted(
            key, cell(new TypeWords(field).toString()), fallback(field), cell(meaning.toString()));
  }

  private static String fallback(Field field) {
    return field.required() ? "required" : field.fallback().map(it -> "`" + it + "`").orElse("");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
