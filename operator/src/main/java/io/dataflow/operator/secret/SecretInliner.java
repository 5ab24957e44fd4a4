package io.dataflow.operator.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts values of Secrets into a spec, in place of the references (`docs/contract.md`):
/// `xSecretRef` becomes `x`. The documented layout, for who needs it: a ConfigMap then holds the
/// values.
public final class SecretInliner {
  private static final String SUFFIX = "SecretRef";

  /// References whose field has another name than they.
  private static final Map<String, String> OTHER_NAMES =
      Map.of("certSecretRef", "certFile", "keySecretRef", "keyFile", "caSecretRef", "caFile");

  private final String namespace;
  private final Map<List<String>, String> values;

  /// @param namespace where references without one look
  public SecretInliner(String namespace, List<SecretEntry> entries) {
    this.namespace = namespace;
    this.values =
        entries.stream()
            .collect(
                Collectors.toMap(
                    entry -> List.of(entry.namespace(), entry.name(), entry.key()),
                    SecretEntry::value));
  }

  /// The spec with the values in it; the one given stays as it is.
  public ObjectNode into(ObjectNode spec) {
    var copy = spec.deepCopy();
    replace(copy);
    return copy;
  }

  private void replace(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        object.forEach(this::replace);
        references(object).forEach((key, value) -> put(object, key, value));
      }
      case ArrayNode array -> array.forEach(this::replace);
      default -> {
        // A scalar holds no reference.
      }
    }
  }

  private Map<String, String> references(ObjectNode object) {
    var found = new TreeMap<String, String>();
    for (var field : object.properties()) {
      var ref = field.getValue();
      var place =
          List.of(
              ref.path("namespace").asText(namespace),
              ref.path("name").asText(),
              ref.path("key").asText());
      if (field.getKey().endsWith(SUFFIX) && values.containsKey(place)) {
        found.put(field.getKey(), values.get(place));
      }
    }
    return found;
  }

  private static void put(ObjectNode object, String key, String value) {
    object.remove(key);
    var name = key.substring(0, key.length() - SUFFIX.length());
    if (name.equals("brokers")) {
      var list = object.putArray(name);
      List.of(value.split(",")).stream()
          .map(String::strip)
          .filter(broker -> !broker.isEmpty())
          .forEach(list::add);
    } else {
      object.put(OTHER_NAMES.getOrDefault(key, name), value);
    }
  }
}
