package io.dataflow.api.template;

import io.dataflow.api.model.secret.Options;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A route template, or a Kamelet.
///
/// @param file where it stands
/// @param from the address that it takes from; empty when it says none
public record RouteTemplate(
    String name, TemplateFile file, List<TemplateParameter> parameters, String from, Yaml route) {
  static final String SOURCE = "kamelet:source";
  static final String SINK = "kamelet:sink";

  /// One of the items of a file of Camel's YAML.
  static Optional<RouteTemplate> ofItem(Yaml item, TemplateFile file) {
    return item instanceof YamlObject object
            && object.get("routeTemplate").orElse(null) instanceof YamlObject template
        ? text(template, "id").map(name -> ofRoute(name, template, file))
        : Optional.empty();
  }

  private static RouteTemplate ofRoute(String name, YamlObject template, TemplateFile file) {
    var parameters = new ArrayList<TemplateParameter>();
    if (template.get("parameters").orElse(null) instanceof YamlList list) {
      for (var item : list.items()) {
        if (item instanceof YamlObject parameter) {
          parameters.add(TemplateParameter.ofRoute(parameter));
        }
      }
    }
    return new RouteTemplate(name, file, parameters, from(template), template);
  }

  /// A whole file in the form of a Kamelet.
  static Optional<RouteTemplate> ofKamelet(YamlObject kamelet, TemplateFile file) {
    var spec = below(kamelet, "spec");
    var definition = below(spec, "definition");
    var required = definition.get("required").map(RouteSteps::texts).orElse(List.of());
    var parameters = new ArrayList<TemplateParameter>();
    below(definition, "properties")
        .fields()
        .forEach(
            (name, it) -> {
              if (it instanceof YamlObject property) {
                parameters.add(TemplateParameter.ofKamelet(name, property, required));
              }
            });
    var template = below(spec, "template");
    return text(below(kamelet, "metadata"), "name")
        .map(name -> new RouteTemplate(name, file, parameters, from(template), template));
  }

  /// A text of it with the values of its parameters, as far as they may be seen.
  String filled(String text, Options settings) {
    var filled = text;
    for (var parameter : parameters) {
      var value =
          Optional.ofNullable(settings.plain().get(parameter.name())).or(parameter::fallback);
      if (value.isPresent()) {
        filled =
            filled
                .replace("{{" + parameter.name() + "}}", value.get())
                .replace("{{?" + parameter.name() + "}}", value.get());
      }
    }
    return filled;
  }

  /// What its steps name.
  RouteSteps steps() {
    return RouteSteps.of(route);
  }

  private static String from(YamlObject template) {
    var from = template.get("from").or(() -> below(template, "route").get("from"));
    return switch (from.orElse(null)) {
      case YamlScalar address -> address.text();
      case YamlObject object -> text(object, "uri").orElse("");
      case null, default -> "";
    };
  }

  private static YamlObject below(YamlObject object, String key) {
    return object.get(key).orElse(null) instanceof YamlObject below
        ? below
        : new YamlObject(java.util.Map.of());
  }

  private static Optional<String> text(YamlObject object, String key) {
    return object.get(key).orElse(null) instanceof YamlScalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
