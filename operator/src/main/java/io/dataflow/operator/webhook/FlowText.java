package io.dataflow.operator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/// An object as its author would have written it: without what the API server adds, of which there
/// is a lot, and of which nobody needs a word.
final class FlowText {
  private FlowText() {}

  static String of(JsonNode object) {
    var flow = JsonNodeFactory.instance.objectNode();
    for (var key : List.of("apiVersion", "kind")) {
      flow.set(key, object.path(key));
    }
    var metadata = flow.putObject("metadata");
    for (var key : List.of("name", "namespace")) {
      if (object.path("metadata").has(key)) {
        metadata.set(key, object.path("metadata").path(key));
      }
    }
    if (object.has("spec")) {
      flow.set("spec", object.path("spec"));
    }
    return flow.toString();
  }
}
