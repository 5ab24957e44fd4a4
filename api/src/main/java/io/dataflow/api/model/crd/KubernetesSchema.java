package io.dataflow.api.model.crd;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.type.KubernetesType;
import java.util.List;

/// Kubernetes' own types, as far down as they go: a slip in them is found here, and not when the
/// pod is made.
final class KubernetesSchema {
  private static final int ITEMS = 64;
  private static final String QUANTITY =
      "^([+-]?)([0-9]+|[0-9]+[.][0-9]*|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";

  private KubernetesSchema() {}

  static Schema of(KubernetesType type) {
    return switch (type) {
      case RESOURCES -> resources();
      case AFFINITY -> AffinitySchema.affinity();
      case TOLERATION -> toleration();
      case VARIABLE -> VariableSchema.variable();
      case VARIABLES -> VariableSchema.variables();
      case LOCAL_OBJECT_REFERENCE ->
          object("A Secret in the flow's namespace.")
              .property("name", text("Name of the Secret.").with("minLength", 1))
              .require("name");
    };
  }

  static Schema object(String words) {
    return Schema.of("object").described(words);
  }

  static Schema text(String words) {
    return Schema.text(Bounds.TEXT).described(words);
  }

  static Schema texts(String words) {
    return Schema.list(Schema.text(Bounds.TEXT), ITEMS).described(words);
  }

  static Schema word(String words, String... values) {
    return Schema.of("string").with("enum", List.of(values)).described(words);
  }

  static Schema list(Schema item, String words) {
    return Schema.list(item, ITEMS).described(words);
  }

  private static Schema toleration() {
    return object("A taint that a pod tolerates.")
        .property("key", text("Key of the taint; empty for all of them."))
        .property("operator", word("How the value is compared.", "", "Exists", "Equal", "Lt", "Gt"))
        .property("value", text("Value of the taint."))
        .property(
            "effect",
            word("Effect of the taint.", "", "NoSchedule", "PreferNoSchedule", "NoExecute"))
        .property(
            "tolerationSeconds",
            Schema.of("integer").with("format", "int64").described("How long with `NoExecute`."));
  }

  private static Schema resources() {
    var claim =
        object("A claim of the pod.")
            .property("name", text("Name of the claim."))
            .property("request", text("Name of the request in it."))
            .require("name");
    return object("CPU and memory.")
        .property("limits", quantities("The most that the container gets."))
        .property("requests", quantities("What the container is sure of."))
        .property("claims", list(claim, "Devices."))
        .holds(within("cpu"))
        .holds(within("memory"));
  }

  private static Schema quantities(String words) {
    var quantity =
        new Schema()
            .with("x-kubernetes-int-or-string", true)
            .with("maxLength", 40)
            .with("pattern", QUANTITY)
            .holds(
                Invariant.wrong(
                    "!string(self).startsWith('-')", "", "negative. Set it to 0 or more."));
    return Schema.map(quantity, ITEMS).described(words);
  }

  private static Invariant within(String name) {
    var both = "has(self.limits) && has(self.requests) && '" + name + "' in self.limits";
    return Invariant.wrong(
            "quantity(string(self.requests['"
                + name
                + "'])).compareTo(quantity(string(self.limits['"
                + name
                + "']))) <= 0",
            "requests." + name,
            "more than `limits." + name + "`. Lower it, or raise the limit.")
        .unless("!(" + both + " && '" + name + "' in self.requests)");
  }
}
