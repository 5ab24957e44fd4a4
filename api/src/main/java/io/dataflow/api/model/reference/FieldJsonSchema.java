package io.dataflow.api.model.reference;

import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.DurationType;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FlagType;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.MomentType;
import io.dataflow.api.model.type.OpaqueType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.SecretType;
import io.dataflow.api.model.type.TextType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.type.ValueType.OptionsType;
import io.dataflow.api.model.type.WholeType;
import io.dataflow.api.model.type.WordType;
import io.dataflow.api.model.type.ZoneType;
import io.dataflow.api.model.yaml.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One field as a JSON schema.
record FieldJsonSchema(JsonSchema all, Field field) {
  private static final String DURATION = "^(0|([0-9]+(\\.[0-9]*)?(ns|us|µs|μs|ms|s|m|h))+)$";

  Map<String, Object> schema() {
    var schema = new LinkedHashMap<>(JsonSchema.described(field.fullDoc(), of(field.type())));
    field.constant().ifPresent(value -> schema.put("const", value));
    if (field.required()
        && field.constant().isEmpty()
        && (field.type() instanceof TextType || field.type() instanceof SecretType)) {
      schema.put("minLength", 1);
    }
    field.fallback().ifPresent(text -> schema.put("default", value(text)));
    if (!field.example().isEmpty()) {
      schema.put("examples", List.of(value(field.example())));
    }
    return schema;
  }

  private Map<String, Object> of(ValueType type) {
    return switch (type) {
      case TextType text -> ordered("type", "string", "maxLength", text.longest());
      case SecretType text -> ordered("type", "string", "maxLength", text.longest());
      case ZoneType _ -> Map.of("type", "string");
      case ParsedType text ->
          ordered("type", "string", "minLength", 1, "maxLength", text.longest());
      case FlagType _ -> Map.of("type", "boolean");
      case MomentType _ -> ordered("type", "string", "format", "date-time");
      case DurationType _ -> ordered("type", "string", "pattern", DURATION);
      case WordType words -> Map.of("enum", List.copyOf(words.values().keySet()));
      case WholeType whole ->
          ordered("type", "integer", "minimum", whole.min(), "maximum", whole.max());
      case ListType list when list.notEmpty() ->
          ordered(
              "type", "array", "minItems", 1, "maxItems", list.most(), "items", of(list.item()));
      case ListType list ->
          ordered("type", "array", "maxItems", list.most(), "items", of(list.item()));
      case MapType map when map.notEmpty() ->
          ordered(
              "type",
              "object",
              "minProperties",
              1,
              "maxProperties",
              map.most(),
              "additionalProperties",
              of(map.value()));
      case MapType map ->
          ordered(
              "type",
              "object",
              "maxProperties",
              map.most(),
              "additionalProperties",
              of(map.value()));
      case OpaqueType opaque -> opaque(opaque);
      case OptionsType _ -> Map.of("type", "object");
      case RecordModel _, ChoiceModel _ -> all.reference(type);
    };
  }

  private static Map<String, Object> opaque(OpaqueType type) {
    var properties = new LinkedHashMap<String, Object>();
    type.kubernetes().keys().forEach(key -> properties.put(key, Map.of()));
    return ordered(
        "$comment",
        "Kubernetes " + type.kubernetes().words(),
        "type",
        "object",
        "properties",
        properties,
        "additionalProperties",
        false);
  }

  private static Object value(String yaml) {
    return YamlDocument.all(yaml).getFirst().root().plain().orElseThrow();
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
