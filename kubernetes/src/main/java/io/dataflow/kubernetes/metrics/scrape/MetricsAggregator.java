package io.dataflow.kubernetes.metrics.scrape;

import io.dataflow.kubernetes.metrics.exposition.FamilyText;
import io.dataflow.kubernetes.metrics.exposition.MetricFamily;
import io.dataflow.kubernetes.metrics.exposition.MetricType;
import io.dataflow.kubernetes.metrics.exposition.PodLabels;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The metrics of many pods as one page: each family once, with the series of all pods under it.
final class MetricsAggregator {
  private final ScrapeRules rules;
  private final Map<String, EnumMap<MetricType, Version>> families = new TreeMap<>();

  MetricsAggregator(ScrapeRules rules) {
    this.rules = rules;
  }

  /// A family as some of the pods know it.
  private static final class Version {
    private final FamilyText text;
    private int pods;

    private Version(MetricFamily first) {
      text = new FamilyText(first);
    }
  }

  /// Adds what a pod says.
  synchronized void add(ScrapedPod pod, List<MetricFamily> metrics) {
    var identity = pod.identity();
    metrics.stream().filter(rules::isTaken).forEach(family -> add(family, identity));
  }

  /// What the operator says about a pod itself.
  synchronized void addOwn(ScrapedPod pod, MetricFamily family) {
    add(family, pod.identity());
  }

  private void add(MetricFamily family, PodLabels identity) {
    var version =
        families
            .computeIfAbsent(family.name(), _ -> new EnumMap<>(MetricType.class))
            .computeIfAbsent(family.type(), _ -> new Version(family));
    version.pods++;
    version.text.add(family.samples(), identity);
  }

  /// The page, compressed. Nothing can be added after this. Of a family that pods do not agree on,
  /// as in the middle of a rollout, the type that most of them give is on it.
  synchronized byte[] compressed() {
    var page = new ByteArrayOutputStream();
    families.values().forEach(versions -> page.writeBytes(usual(versions).compressed()));
    return page.toByteArray();
  }

  private static FamilyText usual(EnumMap<MetricType, Version> versions) {
    return versions.values().stream()
        .max(Comparator.comparingInt(version -> version.pods))
        .orElseThrow()
        .text;
  }
}
