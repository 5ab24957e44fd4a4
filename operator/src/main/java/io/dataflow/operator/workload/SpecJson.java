package io.dataflow.operator.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflow.operator.secret.SecretInliner;
import java.util.Map;

/// `spec.json`: the spec as the user wrote it, references to Secrets and all. Only where the
/// operator is told to keep the documented layout do the values stand in their place.
final class SpecJson {
  // Sorted, so that the same spec is the same text, whoever wrote it.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private SpecJson() {}

  // A reset is asked for by its token alone, which says whether it has been done.
  static String of(Workload flow) {
    var written = flow.written().deepCopy();
    written.remove("checkpointReset");
    return text(
        flow.defaults().inlineSecrets()
            ? new SecretInliner(flow.name().namespace(), flow.secrets()).into(written)
            : written);
  }

  static String text(Object json) {
    try {
      return JSON.writeValueAsString(JSON.convertValue(json, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }
}
