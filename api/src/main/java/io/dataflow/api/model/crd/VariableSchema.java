package io.dataflow.api.model.crd;

import static io.dataflow.api.model.crd.KubernetesSchema.object;
import static io.dataflow.api.model.crd.KubernetesSchema.text;

/// Variables of a container as Kubernetes has them.
final class VariableSchema {
  private static final String NAME = "^[-._a-zA-Z][-._a-zA-Z0-9]*$";

  private VariableSchema() {}

  static Schema variable() {
    return object("A variable of the container.")
        .property("name", text("Name of the variable.").with("pattern", NAME))
        .property("value", text("Its value."))
        .property("valueFrom", source())
        .require("name")
        .holds(
            Invariant.wrong(
                "!has(self.value) || self.value == '' || !has(self.valueFrom)",
                "valueFrom",
                "beside `value`. Take one of them away."));
  }

  private static Schema source() {
    return object("Where the value comes from.")
        .property("fieldRef", field())
        .property("resourceFieldRef", resource())
        .property("configMapKeyRef", key("ConfigMap"))
        .property("secretKeyRef", key("Secret"));
  }

  private static Schema field() {
    return object("A field of the pod.")
        .property("apiVersion", text("Version of the path."))
        .property("fieldPath", text("Path of the field."))
        .require("fieldPath");
  }

  private static Schema resource() {
    return object("A limit or request of the container.")
        .property("containerName", text("Name of the container."))
        .property("resource", text("Which: `limits.cpu` for one."))
        .property("divisor", new Schema().with("x-kubernetes-int-or-string", true))
        .require("resource");
  }

  private static Schema key(String kind) {
    return named(object("A key of a " + kind + "."), kind)
        .property("key", text("The key.").with("minLength", 1))
        .require("key");
  }

  static Schema variables() {
    return object("What a ConfigMap or a Secret holds.")
        .property("prefix", text("Put before each name."))
        .property("configMapRef", named(object("A ConfigMap."), "ConfigMap"))
        .property("secretRef", named(object("A Secret."), "Secret"))
        .holds(
            Invariant.wrong(
                "has(self.configMapRef) != has(self.secretRef)",
                "",
                "wants one of `configMapRef` and `secretRef`. Give it one."));
  }

  private static Schema named(Schema schema, String kind) {
    return schema
        .property("name", text("Name of the " + kind + ".").with("minLength", 1))
        .property("optional", Schema.of("boolean").described("Whether it may be missing."))
        .require("name");
  }
}
