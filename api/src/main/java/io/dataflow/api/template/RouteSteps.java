package io.dataflow.api.template;

import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a route names: the addresses of its endpoints, and the keys of its steps and expressions.
record RouteSteps(Set<String> addresses, Set<String> keys) {
  private static final Set<String> ADDRESS_KEYS =
      Set.of("uri", "from", "to", "toD", "wireTap", "enrich", "pollEnrich", "poll", "kamelet");

  static RouteSteps of(Yaml route) {
    var steps = new RouteSteps(new LinkedHashSet<>(), new LinkedHashSet<>());
    steps.walk(route);
    return steps;
  }

  private void walk(Yaml yaml) {
    switch (yaml) {
      case YamlObject object ->
          object
              .fields()
              .forEach(
                  (key, value) -> {
                    keys.add(key);
                    if (ADDRESS_KEYS.contains(key) && value instanceof YamlScalar text) {
                      addresses.add(text.text());
                    }
                    walk(value);
                  });
      case YamlList list -> list.items().forEach(this::walk);
      case YamlScalar _ -> {
        // A value names no step.
      }
    }
  }

  /// Whether it goes to this endpoint.
  boolean names(String address) {
    return addresses.stream().anyMatch(it -> it.equals(address) || it.startsWith(address + "?"));
  }

  /// The items of a list as texts.
  static List<String> texts(Yaml yaml) {
    var texts = new ArrayList<String>();
    if (yaml instanceof YamlList list) {
      for (var item : list.items()) {
        if (item instanceof YamlScalar scalar) {
          texts.add(scalar.text());
        }
      }
    }
    return texts;
  }
}
