package io.dataflow.api.template;

import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlKind;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/// One parameter of a template.
///
/// @param required whether there is no value without one
/// @param fallback the value when none is given
/// @param type `string`, `integer`, `number`, `boolean`, in a Kamelet; else empty
/// @param secret whether the template says that it is a secret
/// @param words the only values there are; empty when any is right
public record TemplateParameter(
    String name,
    boolean required,
    Optional<String> fallback,
    String type,
    boolean secret,
    List<String> words) {

  /// One of a route template's `parameters`.
  static TemplateParameter ofRoute(YamlObject parameter) {
    boolean optional =
        parameter.get("defaultValue").isPresent()
            || text(parameter, "required").filter("false"::equals).isPresent();
    return new TemplateParameter(
        text(parameter, "name").orElse(""),
        !optional,
        text(parameter, "defaultValue"),
        "",
        false,
        List.of());
  }

  /// One of a Kamelet's `properties`.
  static TemplateParameter ofKamelet(String name, YamlObject property, List<String> required) {
    boolean optional = property.get("default").isPresent() || !required.contains(name);
    return new TemplateParameter(
        name,
        !optional,
        text(property, "default"),
        text(property, "type").orElse(""),
        text(property, "format").filter("password"::equals).isPresent(),
        property.get("enum").map(RouteSteps::texts).orElse(List.of()));
  }

  /// What is wrong with a value; empty when it is right, or made for each message.
  Optional<String> problem(String value) {
    if (value.startsWith("{{") || value.startsWith("#")) {
      return Optional.empty();
    }
    if (!words.isEmpty() && !words.contains(value)) {
      return Optional.of(io.dataflow.api.model.problem.Words.refusal(value, words, List.of()));
    }
    var kind = YamlScalar.plain(value).kind();
    return switch (type) {
      case "integer" ->
          wanted(kind == YamlKind.WHOLE, "a whole number, for example `" + name + ": 10`");
      case "number" ->
          wanted(
              kind == YamlKind.WHOLE || kind == YamlKind.FRACTION,
              "a number, for example `" + name + ": 10`");
      case "boolean" -> wanted(kind == YamlKind.FLAG, "`true` or `false`");
      default -> Optional.empty();
    };
  }

  private static Optional<String> wanted(boolean right, String what) {
    return right ? Optional.empty() : Optional.of("wants " + what + ".");
  }

  private static Optional<String> text(YamlObject object, String key) {
    return object
        .get(key)
        .map(Yaml.class::cast)
        .filter(YamlScalar.class::isInstance)
        .map(it -> ((YamlScalar) it).text());
  }
}
