package io.dataflow.operator.metrics.scrape;

import io.dataflow.operator.metrics.FlowPhases;
import io.dataflow.operator.metrics.exposition.FamilyText;
import io.dataflow.operator.metrics.exposition.Identity;
import io.dataflow.operator.metrics.exposition.MetricFamily;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The metrics of many pods as one page: each family once, with the series of all pods under it.
final class MergedMetrics {
  private static final String OURS = "dataflow_";
  private static final List<String> RESERVED =
      List.of(FlowPhases.NAME, "dataflow_controller_", "dataflow_operator_");

  private final Map<String, FamilyText> families = new TreeMap<>();

  /// Adds what a pod says, or nothing of it when it contradicts the others.
  ///
  /// @return whether it was added
  synchronized boolean add(ScrapedPod pod, List<MetricFamily> metrics) {
    var kept = metrics.stream().filter(MergedMetrics::isProcessors).toList();
    if (!kept.stream().allMatch(this::agrees)) {
      return false;
    }
    var identity = pod.identity();
    kept.forEach(family -> add(family, identity));
    return true;
  }

  /// What the operator says about a pod itself.
  synchronized void addOwn(ScrapedPod pod, MetricFamily family) {
    add(family, pod.identity());
  }

  /// Of what a pod says only the documented metrics are kept, not its runtime's; and those of the
  /// operator are the operator's.
  private static boolean isProcessors(MetricFamily family) {
    return family.name().startsWith(OURS) && RESERVED.stream().noneMatch(family.name()::startsWith);
  }

  private boolean agrees(MetricFamily family) {
    var known = families.get(family.name());
    return known == null || known.type() == family.type();
  }

  private void add(MetricFamily family, Identity identity) {
    families
        .computeIfAbsent(family.name(), _ -> new FamilyText(family))
        .add(family.samples(), identity);
  }

  /// The page, compressed. Nothing can be added after this.
  synchronized byte[] compressed() {
    var page = new ByteArrayOutputStream();
    families.values().forEach(family -> page.writeBytes(family.compressed()));
    return page.toByteArray();
  }
}
