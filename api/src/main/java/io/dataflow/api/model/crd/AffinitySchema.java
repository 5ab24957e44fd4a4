package io.dataflow.api.model.crd;

import static io.dataflow.api.model.crd.KubernetesSchema.list;
import static io.dataflow.api.model.crd.KubernetesSchema.object;
import static io.dataflow.api.model.crd.KubernetesSchema.text;
import static io.dataflow.api.model.crd.KubernetesSchema.texts;

import io.dataflow.api.model.Bounds;

/// Kubernetes' `Affinity`: where a pod runs, by nodes and by the pods that are there.
final class AffinitySchema {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private AffinitySchema() {}

  static Schema affinity() {
    return object("Where a pod runs.")
        .property("nodeAffinity", nodes())
        .property("podAffinity", pods("Near which pods."))
        .property("podAntiAffinity", pods("Away from which pods."));
  }

  private static Schema nodes() {
    var selector =
        object("Nodes; one of the terms must fit.")
            .property("nodeSelectorTerms", list(term(), "The terms."))
            .require("nodeSelectorTerms");
    return object("On which nodes.")
        .property(REQUIRED, selector)
        .property(PREFERRED, list(weighted("preference", term()), "Nodes that are preferred."));
  }

  private static Schema term() {
    return object("Nodes for which all of it holds.")
        .property("matchExpressions", list(expression(), "By labels."))
        .property("matchFields", list(expression(), "By fields."));
  }

  private static Schema pods(String words) {
    return object(words)
        .property(REQUIRED, list(podTerm(), "What must be."))
        .property(PREFERRED, list(weighted("podAffinityTerm", podTerm()), "What is preferred."));
  }

  private static Schema podTerm() {
    return object("Pods, and how near.")
        .property("labelSelector", labels("Which pods."))
        .property("matchLabelKeys", texts("Labels in which they must be like this pod."))
        .property("mismatchLabelKeys", texts("Labels in which they must differ from this pod."))
        .property("namespaceSelector", labels("In which namespaces."))
        .property("namespaces", texts("In which namespaces, by name."))
        .property("topologyKey", text("The node label that says what is near."))
        .require("topologyKey");
  }

  private static Schema labels(String words) {
    return object(words)
        .property("matchExpressions", list(expression(), "By expressions."))
        .property(
            "matchLabels", Schema.map(Schema.text(Bounds.TEXT), 64).described("By their values."));
  }

  private static Schema weighted(String key, Schema term) {
    var weight =
        Schema.of("integer")
            .with("format", "int32")
            .with("minimum", 1)
            .with("maximum", 100)
            .described("How much it counts.");
    return object("A preference and its weight.")
        .property("weight", weight)
        .property(key, term)
        .require("weight")
        .require(key);
  }

  private static Schema expression() {
    return object("A key, an operator and values.")
        .property("key", text("The key."))
        .property("operator", text("`In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt`, `Lt`."))
        .property("values", texts("The values."))
        .require("key")
        .require("operator");
  }
}
