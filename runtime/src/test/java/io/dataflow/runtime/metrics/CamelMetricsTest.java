package io.dataflow.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.Topic;
import io.dataflow.runtime.flow.RunningFlow;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Camel's own metrics of its routes: there when they are asked for.
class CamelMetricsTest {
  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areBesideTheFlowsWhenWanted(boolean wanted) {
    var yaml =
        """
        source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
        sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
        """
            .formatted(Topic.brokers(), in.name(), out.name());
    var options = TestFlow.options().withCamelMetrics(wanted);
    var flow = new RunningFlow(TestFlow.spec(yaml), options);
    in.send("{\"a\":1}");
    flow.start();
    try {
      TestFlow.await(() -> flow.counters().acknowledged() == 1);
      var camel = Scrape.of(flow).text().lines().filter(line -> line.startsWith("camel_")).toList();
      for (var route : wanted ? List.of("flow", "sink:main", "source:kafka") : List.<String>of()) {
        TestFlow.await(() -> Scrape.of(flow).text().contains("routeId=\"" + route + "\""));
      }
      assertThat(camel.isEmpty()).isNotEqualTo(wanted);
    } finally {
      flow.stop();
    }
  }
}
