package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlKind;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with the variables of a container, which Kubernetes would find out only when a pod
/// is made.
final class VariableCheck {
  private static final String NAME = "[-._a-zA-Z][-._a-zA-Z0-9]*";

  private VariableCheck() {}

  /// One of `env`.
  static List<Problem> one(YamlObject variable, String path) {
    var problems = new ArrayList<Problem>();
    name(variable, path, problems);
    var value = variable.get("value").filter(it -> !it.isAbsent());
    value
        .filter(it -> !isText(it))
        .ifPresent(
            it ->
                problems.add(
                    new Problem(
                        YamlPath.field(path, "value"),
                        "wants text, found " + it.kindFound() + ". Put it in quotes.")));
    if (value.filter(it -> !ModelReader.isEmptyText(it)).isPresent()
        && variable.get("valueFrom").isPresent()) {
      problems.add(
          new Problem(YamlPath.field(path, "valueFrom"), "beside `value`. Take one of them away."));
    }
    return problems;
  }

  private static void name(YamlObject variable, String path, List<Problem> problems) {
    var at = YamlPath.field(path, "name");
    var name = variable.get("name");
    if (name.isEmpty() || ModelReader.isEmptyText(name.get())) {
      problems.add(new Problem(at, "missing. The variable's name, for example `name: TABLE`."));
    } else if (!(name.get() instanceof YamlScalar text) || !text.text().matches(NAME)) {
      problems.add(
          new Problem(at, "no name of a variable. Use letters, digits, `_`, `-` and `.`."));
    }
  }

  private static boolean isText(Yaml value) {
    return value instanceof YamlScalar scalar && scalar.kind() == YamlKind.TEXT;
  }

  /// One of `envFrom`.
  static List<Problem> several(YamlObject source, String path) {
    boolean one = source.get("configMapRef").isPresent() != source.get("secretRef").isPresent();
    return one
        ? List.of()
        : List.of(new Problem(path, "wants one of `configMapRef` and `secretRef`. Give it one."));
  }
}
