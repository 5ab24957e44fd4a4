package io.dataflow.api.model.crd;

import io.dataflow.api.model.rule.Cel;
import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FieldWords;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.SecretType;
import io.dataflow.api.model.yaml.YamlDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/// The schemas of a field's keys: its own and the one that takes its value from a Secret.
record FieldSchema(Field field) {

  /// What is true of the value itself, wherever the field stands.
  Map<String, Schema> schemas() {
    var schemas = new LinkedHashMap<String, Schema>();
    schemas.put(field.name(), value().described(words()));
    field
        .refKey()
        .ifPresent(
            ref ->
                schemas.put(
                    ref,
                    field.brief()
                        ? brief()
                        : RecordSchema.of(RecordModel.of(SecretRef.class))
                            .described(
                                "Takes `"
                                    + field.name()
                                    + "` from a Secret; wins over a plain value. Example: `{name:"
                                    + " orders-database, key: url}`.")));
    return schemas;
  }

  private Schema value() {
    if (field.brief() && field.type() instanceof RecordModel) {
      return brief();
    }
    var schema = ValueSchema.of(field.type());
    if (field.refKey().isPresent()) {
      // Beside a reference to a Secret the plain value may be empty.
      schema.without("minItems");
    }
    field
        .pattern()
        .ifPresent(
            it -> schema.with("pattern", field.required() ? "^(" + it + ")$" : "^(|" + it + ")$"));
    return schema;
  }

  /// An object that nothing is said of.
  private static Schema brief() {
    return Schema.open().with("type", "object");
  }

  /// Puts the keys into the schema of a record, with what the record must have.
  void into(Schema record) {
    schemas().forEach(record::property);
    var value = field.fallback().filter(_ -> field.type() instanceof ScalarType);
    var own = schemas().get(field.name());
    value.ifPresent(text -> own.with("default", plain(text)));
    record.property(field.name(), own);
    if (!field.required()) {
      return;
    }
    var needsWords = field.refKey().isPresent() || field.type() instanceof SecretType;
    if (needsWords) {
      record.holds(needed());
    } else {
      record.require(field.name());
      if (isPlainText() && field.pattern().isEmpty()) {
        own.holds(Invariant.wrong("self.trim() != ''", "", FieldWords.lacking("empty", field)));
      }
    }
  }

  /// That there is a value; `self` is the record.
  Invariant needed() {
    return Invariant.wrong(
        Cel.given(field), field.name(), FieldWords.lacking("missing or empty", field));
  }

  private boolean isPlainText() {
    return Cel.isText(field.type()) && !(field.type() instanceof ParsedType);
  }

  /// What `kubectl explain` says.
  private String words() {
    var words = new StringBuilder(field.fullDoc());
    if (field.required()) {
      words.append(
          field.refKey().map(ref -> " Required, here or by `" + ref + "`.").orElse(" Required."));
    }
    if (field.fallback().isPresent() && !(field.type() instanceof ListType)) {
      words.append(" Default: `").append(field.fallback().get()).append("`.");
    }
    if (!field.example().isEmpty()) {
      words.append(" Example: `").append(field.example()).append("`.");
    }
    if (field.type() instanceof ChoiceModel choice) {
      words.append(ChoiceSchema.examples(choice));
    }
    return words.toString();
  }

  private static Object plain(String yaml) {
    return YamlDocument.all(yaml).getFirst().root().plain().orElseThrow();
  }
}
