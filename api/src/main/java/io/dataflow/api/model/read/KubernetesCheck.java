package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.type.KubernetesType;
import io.dataflow.api.model.yaml.YamlKind;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be said of Kubernetes' own objects without a cluster: the keys of their first level and
/// the quantities of resources (`docs/troubleshooting.md`). The rest is the API server's to check.
final class KubernetesCheck {
  private KubernetesCheck() {}

  static List<Problem> of(KubernetesType type, YamlObject object, String path) {
    var keys = new KeyCheck(type.keys(), List::of);
    keys.check(object, path, key -> Optional.empty());
    var problems = new ArrayList<>(keys.problems());
    switch (type) {
      case RESOURCES -> {
        quantities(object, "limits", path, problems);
        quantities(object, "requests", path, problems);
        requestsWithinLimits(object, path, problems);
      }
      case VARIABLE -> problems.addAll(VariableCheck.one(object, path));
      case VARIABLES -> problems.addAll(VariableCheck.several(object, path));
      case AFFINITY, TOLERATION, LOCAL_OBJECT_REFERENCE -> {
        // Their keys are all that is looked at.
      }
    }
    return problems;
  }

  private static void quantities(
      YamlObject resources, String key, String path, List<Problem> problems) {
    var there = resources.get(key);
    if (there.isPresent() && !(there.get() instanceof YamlObject)) {
      problems.add(
          new Problem(
              YamlPath.field(path, key),
              "wants an object, found "
                  + there.get().kindFound()
                  + ". Write for example `"
                  + key
                  + ": {cpu: 500m, memory: 512Mi}`."));
    }
    if (there.isPresent() && there.get() instanceof YamlObject quantities) {
      quantities
          .fields()
          .forEach(
              (name, value) -> {
                var at = YamlPath.field(YamlPath.field(path, key), name);
                if (!(value instanceof YamlScalar scalar)) {
                  problems.add(
                      new Problem(
                          at,
                          "wants a quantity, found " + value.kindFound() + "." + Quantity.REMEDY));
                } else if (scalar.kind() == YamlKind.FRACTION) {
                  // The API server takes whole numbers and texts alone.
                  problems.add(
                      new Problem(
                          at,
                          "wants a quantity, found "
                              + scalar.found()
                              + ". Put it in quotes: `"
                              + name
                              + ": \""
                              + scalar.text()
                              + "\"`."));
                } else if (Quantity.parse(scalar.text()).isEmpty()) {
                  problems.add(
                      new Problem(
                          at, "wants a quantity, found " + scalar.found() + "." + Quantity.REMEDY));
                } else if (Quantity.parse(scalar.text()).get().signum() < 0) {
                  problems.add(
                      new Problem(at, "`" + scalar.text() + "` is negative. Set it to 0 or more."));
                }
              });
    }
  }

  private static void requestsWithinLimits(
      YamlObject resources, String path, List<Problem> problems) {
    for (var name : List.of("cpu", "memory")) {
      var request = quantity(resources, "requests", name);
      var limit = quantity(resources, "limits", name);
      if (request.isPresent() && limit.isPresent() && request.get().compareTo(limit.get()) > 0) {
        problems.add(
            new Problem(
                YamlPath.field(YamlPath.field(path, "requests"), name),
                "more than `limits." + name + "`. Lower it, or raise the limit."));
      }
    }
  }

  private static Optional<BigDecimal> quantity(YamlObject resources, String key, String name) {
    return resources
        .get(key)
        .filter(YamlObject.class::isInstance)
        .flatMap(it -> ((YamlObject) it).get(name))
        .filter(YamlScalar.class::isInstance)
        .flatMap(it -> Quantity.parse(((YamlScalar) it).text()));
  }
}
