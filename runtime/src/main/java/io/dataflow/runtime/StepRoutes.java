package io.dataflow.runtime;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.chain.StepWork;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Step;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.StepConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.flow.FlowOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;

/// The steps of a flow that are routes, without the flow around them: what `test` runs. What they
/// need and cannot reach is not waited for.
public final class StepRoutes implements AutoCloseable {
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Map<Integer, StepConnector> steps = new HashMap<>();

  private StepRoutes() {
    camel.disableJMX();
    camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
  }

  /// The steps of a flow; when none of them is a route, nothing is started.
  ///
  /// @throws FlowException when one of them can never work, with the reason
  public static StepRoutes of(DataFlowSpec spec, FlowOptions.Extensions extensions) {
    var routes = new StepRoutes();
    var all = spec.transformations();
    for (int i = 0; i < all.size(); i++) {
      routes.add(i + 1, all.get(i));
    }
    if (!routes.steps.isEmpty()) {
      routes.start(spec, extensions);
    }
    return routes;
  }

  private void add(int place, Step step) {
    for (var factory : ServiceLoader.load(ConnectorFactory.class)) {
      factory
          .step(step.transformation(), StepRunner.name(place, step), new Impatience())
          .ifPresent(it -> steps.put(place, it));
    }
  }

  private void start(DataFlowSpec spec, FlowOptions.Extensions extensions) {
    var problems = extensions.problems(spec);
    if (!problems.isEmpty()) {
      throw new FlowException(
          problems.stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    camel.getRegistry().bind("templates", extensions.templates());
    steps.values().forEach(step -> step.prepare(camel));
    camel.start();
  }

  /// What a step does with a message.
  ///
  /// @param place of the step, from 1
  public StepWork work(int place, Step step) {
    return steps.containsKey(place) ? steps.get(place).work() : step.transformation()::apply;
  }

  @Override
  public void close() {
    camel.stop();
  }

  /// Nobody waits until what is away comes back.
  private record Impatience() implements StepConnector.Outages {
    @Override
    public void begin(UnavailableException why) {
      // The work ends with it.
    }

    @Override
    public void end() {
      // Nobody has waited.
    }

    @Override
    public boolean waits(Duration pause) {
      return false;
    }
  }
}
