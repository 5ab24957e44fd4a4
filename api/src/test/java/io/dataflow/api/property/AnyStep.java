package io.dataflow.api.property;

import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.spec.Step;
import java.util.List;
import java.util.Optional;

/// Steps of each type with any settings.
public final class AnyStep {
  /// All types there are.
  public static final List<String> TYPES =
      List.of(
          "filter",
          "flatten",
          "router",
          "select",
          "remove",
          "mask",
          "timestamp",
          "snakeCase",
          "camelCase",
          "debeziumUnwrap",
          "replaceField",
          "headersToPayload",
          "structFlatten",
          "extractField",
          "hoistField",
          "cast",
          "timezone",
          "insertField");

  /// The sink of every route.
  public static final String SINK = "{type: kafka, config: {brokers: ['k:1'], topic: t}}";

  private AnyStep() {}

  /// A step of the type; empty when the settings that came up are refused.
  static Optional<Step> of(String type, Chance chance) {
    return read(written(type, chance));
  }

  /// The same as a manifest has it, in one line.
  public static Optional<String> yaml(String type, Chance chance) {
    return Optional.of(written(type, chance)).filter(it -> read(it).isPresent());
  }

  private static String written(String type, Chance chance) {
    var when = chance.oncePer(4) ? ", when: " + Chance.quote(AnyCondition.of(chance)) : "";
    return "{type: %s%s, config: {%s}}".formatted(type, when, settings(type, chance));
  }

  static Optional<Step> read(String yaml) {
    var root = YamlDocument.all(yaml).getFirst().root();
    return ModelReader.read(Step.class, root, "step", Optional.empty()).value();
  }

  private static String settings(String type, Chance chance) {
    return switch (type) {
      case "filter" -> "condition: " + Chance.quote(AnyCondition.of(chance));
      case "flatten" -> "field: " + Chance.quote(AnyPath.singular(chance));
      case "router" -> "routes: [" + chance.some(1, 3, ", ", () -> route(chance)) + "]";
      case "select" -> "fields: " + chance.quoted(1, 4, () -> AnyPath.readable(chance));
      case "remove" -> "fields: " + chance.quoted(1, 4, () -> AnyPath.writable(chance));
      case "mask" ->
          "fields: %s, keepLength: %s, maskChar: %s"
              .formatted(
                  chance.quoted(1, 3, () -> AnyPath.writable(chance)),
                  chance.one("true", "false"),
                  chance.one("'*'", "'\"'", "'ž'", "'\\'", "'🙂'"));
      case "timestamp" ->
          "fieldName: %s, format: %s"
              .formatted(
                  Chance.quote(AnyPath.writable(chance)),
                  chance.one("RFC3339", "RFC3339Nano", "Unix", "'2006-01-02 \"15\"'"));
      case "snakeCase", "camelCase" -> "deep: " + chance.one("true", "false");
      case "debeziumUnwrap" -> debezium(chance);
      case "replaceField" -> replaceField(chance);
      case "headersToPayload" ->
          "mappings: "
              + chance.quoted(
                  1, 3, () -> chance.one("h:", "none:", "nil:") + AnyPath.writable(chance));
      case "structFlatten" -> "delimiter: " + chance.one("'.'", "'_'", "'\"'", "'🙂'");
      case "extractField" -> "field: " + Chance.quote(AnyPath.readable(chance));
      case "hoistField" -> "field: " + chance.one("a", "'a b'", "'\"'", "'ž'");
      case "cast" -> "spec: {" + entries(chance, () -> castType(chance)) + "}";
      case "timezone" ->
          "timezone: %s, fields: %s, format: %s"
              .formatted(
                  chance.one("UTC", "Europe/Berlin", "'+05:30'", "Pacific/Chatham"),
                  chance.quoted(1, 3, () -> AnyPath.writable(chance)),
                  chance.one("RFC3339", "RFC3339Nano", "UnixMilli"));
      case "insertField" -> "fields: {" + entries(chance, () -> inserted(chance)) + "}";
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static String debezium(Chance chance) {
    return "inferDeleteFromTombstone: %s, includeSourceInMetadata: %s, addOperationFields: %s"
            .formatted(
                chance.one("true", "false"),
                chance.one("true", "false"),
                chance.one("true", "false"))
        + ", addSourceFields: "
        + chance.one("[a]", "[a, \"🙂\", name]");
  }

  private static String replaceField(Chance chance) {
    var renames =
        "renames: "
            + chance.quoted(1, 3, () -> AnyPath.singular(chance) + ":" + AnyPath.singular(chance));
    var fields = chance.quoted(1, 3, () -> AnyPath.writable(chance));
    return switch (chance.below(4)) {
      case 0 -> renames;
      case 1 -> "include: " + fields;
      case 2 -> "exclude: " + fields;
      default -> renames + chance.one(", include: ", ", exclude: ") + fields;
    };
  }

  private static String route(Chance chance) {
    return "{condition: " + Chance.quote(AnyCondition.of(chance)) + ", sink: " + SINK + "}";
  }

  private static String castType(Chance chance) {
    return chance.one("string", "int64", "float64", "bool", "'null'");
  }

  private static String inserted(Chance chance) {
    return chance
        .one("x", "'${now}'", "'${metadata.topic}'", "'${metadata.headers.h}'")
        .transform(it -> chance.oncePer(2) ? it : Chance.quote("json:" + chance.value()));
  }

  private static String entries(Chance chance, java.util.function.Supplier<String> value) {
    return chance.some(
        1, 3, ", ", () -> Chance.quote(AnyPath.writable(chance)) + ": " + value.get());
  }
}
