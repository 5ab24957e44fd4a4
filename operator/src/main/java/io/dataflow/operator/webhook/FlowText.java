package io.dataflow.operator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// An object as its author would have written it: without what the API server adds, of which there
/// is a lot, and of which nobody needs a word.
final class FlowText {
  private static final List<String> WRITTEN = List.of("name", "namespace");

  private FlowText() {}

  static String of(JsonNode object) {
    if (!(object instanceof ObjectNode whole)) {
      return object.toString();
    }
    var flow = whole.deepCopy();
    flow.remove("status");
    if (flow.path("metadata") instanceof ObjectNode metadata) {
      metadata.retain(WRITTEN);
    }
    return flow.toString();
  }
}
