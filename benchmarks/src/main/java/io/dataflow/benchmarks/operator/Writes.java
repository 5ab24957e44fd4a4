package io.dataflow.benchmarks.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.regex.Pattern;

/// How often somebody has written what the operator writes, as the API server itself counts it.
record Writes(KubernetesClient client) {
  private static final Pattern REQUESTS =
      Pattern.compile("(?m)^apiserver_request_total\\{(.*)} ([0-9.e+]+)$");
  private static final Pattern RESOURCE = Pattern.compile("[,{]?resource=\"([a-z]+)\"");
  private static final Pattern VERB = Pattern.compile("verb=\"([A-Z]+)\"");
  private static final Set<String> OURS =
      Set.of(
          "dataflows",
          "deployments",
          "configmaps",
          "secrets",
          "serviceaccounts",
          "roles",
          "rolebindings",
          "events");
  private static final Set<String> WRITING = Set.of("APPLY", "PATCH", "POST", "PUT", "DELETE");

  long count() {
    return REQUESTS
        .matcher(client.raw("/metrics"))
        .results()
        .filter(line -> OURS.contains(word(RESOURCE, line.group(1))))
        .filter(line -> WRITING.contains(word(VERB, line.group(1))))
        .mapToLong(line -> (long) Double.parseDouble(line.group(2)))
        .sum();
  }

  private static String word(Pattern pattern, String labels) {
    var found = pattern.matcher(labels);
    return found.find() ? found.group(1) : "";
  }
}
