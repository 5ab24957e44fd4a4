package io.dataflow.api.template;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.List;
import java.util.stream.Stream;

/// A file that may hold route templates or a Kamelet, as Camel writes them.
///
/// @param name for messages: its path
public record TemplateFile(String name, String text) {
  /// Whether it is in the form of a Kamelet.
  public boolean isKamelet() {
    return documents().stream().anyMatch(it -> isKamelet(it.root()));
  }

  /// The templates in it; none when it is about something else.
  public List<RouteTemplate> templates() {
    return documents().stream().flatMap(it -> templates(it.root())).toList();
  }

  /// Why it cannot be read, with line and column, if it is one of templates.
  public List<Problem> problems() {
    if (!text.contains("routeTemplate") && !text.contains("Kamelet")) {
      return List.of();
    }
    return documents().stream()
        .flatMap(document -> document.problems().stream())
        .map(it -> new Problem(name, it.toString()))
        .toList();
  }

  private Stream<RouteTemplate> templates(Yaml root) {
    return switch (root) {
      case YamlList list ->
          list.items().stream().flatMap(item -> RouteTemplate.ofItem(item, this).stream());
      case YamlObject object when isKamelet(object) ->
          RouteTemplate.ofKamelet(object, this).stream();
      case YamlObject _, YamlScalar _ -> Stream.empty();
    };
  }

  private static boolean isKamelet(Yaml root) {
    return root instanceof YamlObject object
        && object.get("kind").orElse(null) instanceof YamlScalar(var kind, var _)
        && kind.equals("Kamelet");
  }

  private List<YamlDocument> documents() {
    return YamlDocument.all(text);
  }
}
