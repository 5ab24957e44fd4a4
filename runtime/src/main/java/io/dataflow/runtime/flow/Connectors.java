package io.dataflow.runtime.flow;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.SourceSample;
import io.dataflow.runtime.connector.StepConnector;
import io.dataflow.runtime.flow.state.StepOutages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The connectors that this processor has: whatever factories the jars at hand name.
final class Connectors {
  private final List<ConnectorFactory> factories =
      ServiceLoader.load(ConnectorFactory.class).stream().map(ServiceLoader.Provider::get).toList();

  SourceConnector source(SourceContext context) {
    var source = context.spec().source();
    return factories.stream()
        .map(factory -> factory.source(source, context))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> missing("spec.source", Flow.type(source)));
  }

  SinkConnector sink(Sink sink, SinkContext context) {
    return factories.stream()
        .map(factory -> factory.sink(sink, context))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> missing(context.stage(), Flow.type(sink)));
  }

  /// Who does the work of the steps that do not do it themselves, by their place from 1.
  Map<Integer, StepConnector> steps(Flow flow) {
    var steps = new HashMap<Integer, StepConnector>();
    var all = flow.spec().transformations();
    for (int i = 0; i < all.size(); i++) {
      int place = i + 1;
      var step = all.get(i).transformation();
      var stage = StepRunner.name(place, all.get(i));
      var outages = new StepOutages(stage, flow.state());
      factories.stream()
          .flatMap(factory -> factory.step(step, stage, outages).stream())
          .findFirst()
          .ifPresent(connector -> steps.put(place, connector));
    }
    return steps;
  }

  SourceSample sample(Source source) {
    return factories.stream()
        .map(factory -> factory.sample(source))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new FlowException(
                    "spec.source: records of a `%s` source cannot be looked at without reading it."
                            .formatted(Flow.type(source))
                        + " Put some into a file, one a line."));
  }

  private static FlowException missing(String place, String type) {
    return new FlowException(
        "%s: this processor has no connector `%s`. Add its jar to the image."
            .formatted(place, type));
  }
}
