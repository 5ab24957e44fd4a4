package io.dataflow.runtime.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The histograms of one name, told apart by their labels.
final class HistogramFamily implements Collector {
  private final MetricMetadata metadata;
  private final double[] bounds;
  private final Map<Labels, Histogram> histograms = new ConcurrentHashMap<>();

  HistogramFamily(String name, String help, double[] bounds) {
    this.metadata = new MetricMetadata(name, help);
    this.bounds = bounds;
  }

  Histogram with(Labels labels) {
    return histograms.computeIfAbsent(labels, key -> new Histogram(key, bounds));
  }

  @Override
  public MetricSnapshot collect() {
    return new HistogramSnapshot(
        metadata, histograms.values().stream().map(Histogram::snapshot).toList());
  }

  @Override
  public String getPrometheusName() {
    return metadata.getPrometheusName();
  }
}
