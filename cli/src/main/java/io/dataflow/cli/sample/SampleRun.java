package io.dataflow.cli.sample;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.transformation.Router;
import io.dataflow.runtime.StepRoutes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The transformations and the router of a flow at work on the messages of a sample: no sources, no
/// sinks. One message after the other, so that everything comes out in the order of what went in.
final class SampleRun {
  private final Chain chain;
  private final Instant now;
  private final Map<Destination, Integer> routes = new LinkedHashMap<>();
  private final Outcome outcome = new Outcome();

  SampleRun(DataFlowSpec spec, StepRoutes steps, Instant now) {
    this.chain = Chain.of(spec.transformations(), steps::work);
    this.now = now;
    for (var step : spec.transformations()) {
      if (step.transformation() instanceof Router router) {
        router.routes().forEach(route -> routes.putIfAbsent(route, routes.size()));
      }
    }
  }

  Outcome run(List<MessageLine> lines) {
    for (var line : lines) {
      chain.run(List.of(line.message()), now, this::rejected).forEach(this::arrived);
    }
    return outcome;
  }

  private void rejected(Message message, String stage, String reason) {
    add(Sample.DEAD, message, message.original());
  }

  private void arrived(Message message) {
    var file = message.destination().map(routes::get).map(Sample::route).orElse(Sample.OUT);
    add(file, message, message.bytes());
  }

  private void add(String file, Message message, byte[] body) {
    var metadata = MetadataJson.write(message.metadata().asMap());
    outcome.add(file, new MessageLine(outcome.next(file), body, Optional.of(metadata)));
  }
}
