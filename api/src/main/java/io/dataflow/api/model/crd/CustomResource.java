package io.dataflow.api.model.crd;

import io.dataflow.api.model.type.RecordModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of object of ours as the API server gets to know it: a CustomResourceDefinition, rendered
/// from the records of the model.
///
/// @param group the API group
/// @param version the only version, served and stored
/// @param manifest the record of the whole object
/// @param status the record of its `status`
/// @param scale where replicas and their selector stand, for `kubectl scale` and autoscalers; empty
///     when there are none
/// @param columns what `kubectl get` shows
public record CustomResource(
    String group,
    String version,
    ResourceNames names,
    Class<?> manifest,
    Class<?> status,
    Optional<ScalePaths> scale,
    List<Column> columns) {

  /// The definition's own name, and that of its file.
  public String name() {
    return names.plural() + "." + group;
  }

  /// The definition as YAML.
  public String definition() {
    return "# Made from the model by `mvn -q -pl api test -Dregenerate`; do not edit.\n"
        + YamlPrinter.print(
            ordered(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                ordered("name", name()),
                "spec",
                ordered(
                    "group",
                    group,
                    "names",
                    names.printed(),
                    "scope",
                    "Namespaced",
                    "versions",
                    List.of(only()))));
  }

  private Map<String, Object> only() {
    return ordered(
        "name",
        version,
        "served",
        true,
        "storage",
        true,
        "additionalPrinterColumns",
        columns.stream().map(Column::printed).toList(),
        "subresources",
        subresources(),
        "schema",
        ordered("openAPIV3Schema", RuledOnce.of(ToldOnce.of(schema().printed()))));
  }

  private Map<String, Object> subresources() {
    var subresources = ordered("status", Map.of());
    scale.ifPresent(paths -> subresources.put("scale", paths.printed()));
    return subresources;
  }

  private Schema schema() {
    Endless.refuse(RecordModel.of(manifest));
    var record = RecordModel.of(manifest);
    var root = Schema.of("object").described(record.doc());
    for (var field : record.fields()) {
      if (field.name().equals("metadata")) {
        metadata((RecordModel) field.type(), root);
      } else if (field.constant().isPresent()) {
        root.property(field.name(), Schema.of("string").described(field.doc()));
      } else {
        new FieldSchema(field).into(root);
      }
    }
    var state = RecordModel.of(status);
    return root.property("status", RecordSchema.of(state));
  }

  /// Kubernetes has a schema of its own for metadata; only the name may be spoken of.
  ///
  /// What must hold of the name stands at the name itself, and not at the root: a name never
  /// changes, and so the API server asks it of new objects alone. At the root it would be asked at
  /// every write, and an object from the time of another definition could not even be let go.
  private static void metadata(RecordModel record, Schema root) {
    var name = Schema.of("string");
    Invariant.all(record).forEach(it -> name.holds(it.at("name")));
    root.property("metadata", Schema.of("object").property("name", name));
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
