package io.dataflow.operator.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// `dataflow_status{namespace,name,phase}`: for each flow a series for each phase, 1 for the one it
/// is in and 0 for the others, so that an alert on `phase="Error"` can fire and can end.
public final class FlowPhases implements Collector {
  /// The name of the metric.
  public static final String NAME = "dataflow_status";

  private static final MetricMetadata METADATA =
      new MetricMetadata(NAME, "1 for the phase that a flow is in, 0 for the others.");
  private static final List<String> PHASES = List.of("Error", "Pending", "Running", "Stopped");

  private record Flow(String namespace, String name) {}

  private final Map<Flow, String> phases = new ConcurrentHashMap<>();

  FlowPhases() {}

  /// A flow is in this phase now.
  ///
  /// @throws IllegalArgumentException when there is no such phase
  public void report(String namespace, String name, String phase) {
    if (!PHASES.contains(phase)) {
      throw new IllegalArgumentException("`" + phase + "` is no phase. There are " + PHASES + ".");
    }
    phases.put(new Flow(namespace, name), phase);
  }

  /// A flow is gone, and all its series with it.
  public void forget(String namespace, String name) {
    phases.remove(new Flow(namespace, name));
  }

  /// All flows are gone from here: another replica leads now.
  public void forgetAll() {
    phases.clear();
  }

  @Override
  public MetricSnapshot collect() {
    var points = new ArrayList<GaugeDataPointSnapshot>();
    phases.forEach(
        (flow, current) -> PHASES.forEach(phase -> points.add(point(flow, phase, current))));
    return new GaugeSnapshot(METADATA, points);
  }

  private static GaugeDataPointSnapshot point(Flow flow, String phase, String current) {
    var labels = Labels.of("namespace", flow.namespace(), "name", flow.name(), "phase", phase);
    return new GaugeDataPointSnapshot(phase.equals(current) ? 1 : 0, labels, null);
  }

  @Override
  public String getPrometheusName() {
    return NAME;
  }
}
