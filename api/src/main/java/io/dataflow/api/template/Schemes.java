package io.dataflow.api.template;

import io.dataflow.api.endpoint.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which of Camel's components, steps and expressions a flow may use. What reaches the pod's own
/// files, processes or code is refused, unless whoever runs the processor allows it by name. It
/// guards against slips: whoever may create flows gets no more than what the pod may do.
///
/// @param allowed names that are allowed all the same
public record Schemes(Set<String> allowed) {
  private static final String CODE = "runs code of its own in the processor";
  private static final String PROCESSES = "starts processes in the pod";
  private static final String INSIDE = "reaches into the processor itself";

  private static final Map<String, String> REFUSED = new LinkedHashMap<>();

  static {
    List.of("exec", "docker", "ssh").forEach(it -> REFUSED.put(it, PROCESSES));
    List.of("bean", "class", "language", "groovy", "script", "java", "joor", "mvel", "ognl")
        .forEach(it -> REFUSED.put(it, CODE));
    List.of("js", "python", "wasm", "method", "beans", "spel", "dynamic-router", "djl")
        .forEach(it -> REFUSED.put(it, CODE));
    List.of("jmx", "controlbus", "browse", "attachments").forEach(it -> REFUSED.put(it, INSIDE));
  }

  private static final List<String> FOLDERS = List.of("/tmp/", "/data/", "/mnt/");

  /// What is allowed when nobody allows more.
  public static Schemes byDefault() {
    return new Schemes(Set.of());
  }

  /// Why an address may not be used; empty when it may.
  Optional<String> refusal(Endpoint.Address address) {
    if (address.scheme().equals("file") && !allowed.contains("file")) {
      var path = address.uri().replaceFirst("^file:(//(?=/))?", "").replaceFirst("\\?.*", "") + "/";
      // Camel decodes `%2e%2e`, so a path that has anything encoded is not looked into.
      boolean plain = !path.contains("/../") && !path.contains("%");
      boolean inside = plain && FOLDERS.stream().anyMatch(path::startsWith);
      return inside
          ? Optional.empty()
          : Optional.of(
              "`file` may use folders in `/tmp`, `/data` and `/mnt` only. Mount the folder there,"
                  + " or have `file` allowed where the processor runs.");
    }
    return refusal(address.scheme());
  }

  /// Why a step, an expression or a component of this name may not be used.
  Optional<String> refusal(String name) {
    return Optional.ofNullable(REFUSED.get(name))
        .filter(_ -> !allowed.contains(name))
        .map(
            why ->
                "`%s` is not allowed: it %s. Take another, or have `%s` allowed where the processor runs."
                    .formatted(name, why, name));
  }
}
