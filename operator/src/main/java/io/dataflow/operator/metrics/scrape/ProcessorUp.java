package io.dataflow.operator.metrics.scrape;

import io.dataflow.operator.metrics.exposition.MetricFamily;
import io.dataflow.operator.metrics.exposition.MetricType;
import io.dataflow.operator.metrics.exposition.Sample;
import java.util.List;

/// `dataflow_operator_processor_up`: 1 for a pod whose metrics are on the page, 0 for one whose
/// metrics are missing. What Prometheus' own `up` would say if it asked the pods itself.
final class ProcessorUp {
  private static final String NAME = "dataflow_operator_processor_up";

  private ProcessorUp() {}

  static MetricFamily family(boolean up) {
    return new MetricFamily(
        NAME,
        MetricType.GAUGE,
        "1 when the pod gave its metrics at this scrape.",
        List.of(new Sample(NAME, "", up ? "1" : "0")));
  }
}
