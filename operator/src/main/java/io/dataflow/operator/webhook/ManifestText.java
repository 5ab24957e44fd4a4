package io.dataflow.operator.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/// An object as its author would have written it: without what the API server adds, of which there
/// is a lot, and of which nobody needs a word.
final class ManifestText {
  private static final List<String> WRITTEN = List.of("name", "namespace");

  // The manifest's reader is one of YAML, which does not allow every character of JSON as it is.
  private static final ObjectWriter TEXT =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer();
  private static final String DELETE = "\u007f";

  private ManifestText() {}

  static String of(JsonNode object) {
    if (!(object instanceof ObjectNode whole)) {
      return text(object);
    }
    var flow = whole.deepCopy();
    flow.remove("status");
    if (flow.path("metadata") instanceof ObjectNode metadata) {
      metadata.retain(WRITTEN);
    }
    return text(flow);
  }

  private static String text(JsonNode object) {
    try {
      return TEXT.writeValueAsString(object).replace(DELETE, "\\u007f");
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
