package io.dataflow.api.model.reference;

import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The model as a JSON schema (draft 2020-12), for editors that complete and check while one types.
/// It is as strict as a schema can be; rules between fields are for `validate`.
public final class JsonSchema {
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private JsonSchema() {}

  /// The schema of a record, as text.
  public static String of(Class<?> type) {
    var schema = new JsonSchema();
    var root = new LinkedHashMap<String, Object>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", type.getSimpleName());
    root.putAll(schema.record(RecordModel.of(type)));
    root.put("$defs", schema.definitions);
    return JsonPrinter.print(root);
  }

  /// A reference to the schema of a record or of a choice, which is made when it is first named.
  Map<String, Object> reference(ValueType type) {
    return switch (type) {
      case RecordModel record -> defined(record.type(), () -> record(record));
      case ChoiceModel choice ->
          defined(
              choice.type(),
              () ->
                  described(
                      choice.doc(), Map.of("oneOf", alternatives(choice, Map.of(), List.of()))));
      default -> throw new IllegalArgumentException(type + " has no schema of its own");
    };
  }

  private Map<String, Object> defined(Class<?> type, Supplier<Map<String, Object>> schema) {
    var name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, schema.get());
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  private Map<String, Object> record(RecordModel record) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    var either = new ArrayList<Object>();
    for (var field : record.fields()) {
      if (!field.inline()) {
        field(field, properties, required, either);
      }
    }
    record.ignored().forEach(key -> properties.put(key, Map.of()));
    for (var field : record.fields()) {
      if (field.inline() && field.type() instanceof ChoiceModel choice) {
        return described(record.doc(), Map.of("oneOf", alternatives(choice, properties, required)));
      }
    }
    var schema = object(properties, required);
    if (record.isOpen()) {
      schema.remove("additionalProperties");
    }
    if (!either.isEmpty()) {
      schema.put("allOf", either);
    }
    return described(record.doc(), schema);
  }

  private void field(
      Field field, Map<String, Object> properties, List<String> required, List<Object> either) {
    properties.put(field.name(), new FieldJsonSchema(this, field).schema());
    if (field.refKey().isEmpty()) {
      if (field.required()) {
        required.add(field.name());
      }
      return;
    }
    var ref = field.refKey().get();
    var words = "Takes `" + field.name() + "` from a Secret; wins over a plain value.";
    var schema = described(words, reference(RecordModel.of(SecretRef.class)));
    properties.put(ref, schema);
    if (field.required()) {
      either.add(
          Map.of(
              "anyOf",
              List.of(
                  Map.of("required", List.of(field.name())), Map.of("required", List.of(ref)))));
    }
  }

  /// One schema for each type, with the keys that stand beside `type` and `config`.
  private List<Object> alternatives(
      ChoiceModel choice, Map<String, Object> beside, List<String> requiredBeside) {
    var alternatives = new ArrayList<>();
    for (var name : choice.names()) {
      var record = choice.model(name).orElseThrow();
      var properties = new LinkedHashMap<String, Object>();
      properties.put("type", described(record.doc(), Map.of("const", name)));
      properties.put("config", reference(record));
      properties.putAll(beside);
      var required = new ArrayList<>(List.of("type"));
      if (record.fields().stream().anyMatch(Field::required)) {
        required.add("config");
      }
      required.addAll(requiredBeside);
      alternatives.add(object(properties, required));
    }
    return alternatives;
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  static Map<String, Object> described(String doc, Map<String, Object> schema) {
    var described = new LinkedHashMap<String, Object>();
    if (!doc.isEmpty()) {
      described.put("description", doc);
    }
    described.putAll(schema);
    return described;
  }
}
