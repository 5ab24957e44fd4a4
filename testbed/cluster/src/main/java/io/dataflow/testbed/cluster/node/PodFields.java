package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The downward API: what a pod may know about itself, by the names of its fields.
public record PodFields(PodContext pod) {
  private static final Pattern KEYED =
      Pattern.compile("metadata\\.(labels|annotations)\\['(.+)'\\]");

  /// A field of the pod.
  public String value(ObjectFieldSelector selector) {
    var path = selector.getFieldPath();
    var data = pod.pod().getMetadata();
    return switch (path) {
      case "metadata.name" -> data.getName();
      case "metadata.namespace" -> data.getNamespace();
      case "metadata.uid" -> data.getUid();
      case "metadata.labels" -> lines(data.getLabels());
      case "metadata.annotations" -> lines(data.getAnnotations());
      case "spec.nodeName" -> pod.pod().getSpec().getNodeName();
      case "spec.serviceAccountName" -> pod.serviceAccount();
      case "status.podIP", "status.podIPs" -> pod.ip();
      case "status.hostIP", "status.hostIPs" -> pod.host().addresses().host();
      default -> keyed(path);
    };
  }

  private String keyed(String path) {
    var matcher = KEYED.matcher(path);
    if (!matcher.matches()) {
      throw new StuckException(
          "CreateContainerConfigError", "the pod has no field " + path + " for a fieldRef");
    }
    var data = pod.pod().getMetadata();
    var map = matcher.group(1).equals("labels") ? data.getLabels() : data.getAnnotations();
    return Optional.ofNullable(map)
        .map(Map::copyOf)
        .orElse(Map.of())
        .getOrDefault(matcher.group(2), "");
  }

  private static String lines(Map<String, String> map) {
    return new TreeMap<>(Optional.ofNullable(map).orElse(Map.of()))
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
            .collect(Collectors.joining("\n"));
  }

  /// A container's request or limit, as the whole number of divisors that it makes, rounded up; a
  /// limit that is not set is what the node has.
  public String value(ResourceFieldSelector selector, Container container) {
    var dot = selector.getResource().indexOf('.');
    var kind = selector.getResource().substring(0, dot);
    var name = selector.getResource().substring(dot + 1);
    var resources =
        Optional.ofNullable(container.getResources()).orElseGet(ResourceRequirements::new);
    var amounts = kind.equals("limits") ? resources.getLimits() : resources.getRequests();
    var amount =
        Optional.ofNullable(amounts)
            .map(all -> all.get(name))
            .map(Quantity::getNumericalAmount)
            .orElseGet(() -> kind.equals("limits") ? Node.capacity(name) : BigDecimal.ZERO);
    var divisor =
        Optional.ofNullable(selector.getDivisor())
            .map(Quantity::getNumericalAmount)
            .filter(number -> number.signum() > 0)
            .orElse(BigDecimal.ONE);
    return amount.divide(divisor, 0, RoundingMode.CEILING).toPlainString();
  }
}
