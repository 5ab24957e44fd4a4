package io.dataflow.api.model.crd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an object of a kind is called.
///
/// @param shortNames what is enough for kubectl
/// @param categories groups of kinds that kubectl lists together
public record ResourceNames(
    String kind, String singular, String plural, List<String> shortNames, List<String> categories) {

  Map<String, Object> printed() {
    var printed = new LinkedHashMap<String, Object>();
    printed.put("kind", kind);
    printed.put("listKind", kind + "List");
    printed.put("plural", plural);
    printed.put("singular", singular);
    printed.put("shortNames", shortNames);
    printed.put("categories", categories);
    return printed;
  }
}
