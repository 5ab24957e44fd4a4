package io.dataflow.runtime.flow;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.EndpointPlace;
import io.dataflow.api.template.Templates;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.StepConnector;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Camel context of one flow: its own routes, and one from a route template for each connector.
final class FlowContext {
  private static final Logger LOG = LoggerFactory.getLogger(FlowContext.class);
  private static final String SOURCE = "source:";

  private final Flow flow;
  private final Metering metering;
  private final Duration stopPatience;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Map<String, RoutePolicy> policies = new HashMap<>();

  FlowContext(
      Flow flow, Metering metering, String name, Duration stopPatience, Templates templates) {
    this.flow = flow;
    this.metering = metering;
    this.stopPatience = stopPatience;
    camel.getCamelContextExtension().setName(name.isEmpty() ? "flow" : name);
    boolean extended = !EndpointPlace.all(flow.spec()).isEmpty();
    // A flow of the model's own parts needs no conversion, and starts sooner without.
    camel.setLoadTypeConverters(extended);
    if (extended) {
      camel.getRegistry().bind("templates", templates);
    }
    camel.setAllowUseOriginalMessage(false);
    camel.setAutowiredEnabled(false);
    camel.setMessageHistory(false);
    camel.setUseBreadcrumb(false);
    // Whatever fails in a connector's route is the flow's to judge.
    camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
    camel.getShutdownStrategy().setTimeout(stopPatience.toSeconds());
    camel.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
    camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    camel.addRoutePolicyFactory((context, routeId, definition) -> policies.get(routeId));
  }

  /// Has Camel count its routes' exchanges in this registry: `camel_exchanges_total` and others.
  void meter(MeterRegistry registry) {
    var factory = new MicrometerRoutePolicyFactory();
    factory.setMeterRegistry(registry);
    camel.addRoutePolicyFactory(factory);
  }

  CamelContext camel() {
    return camel;
  }

  /// @param steps who does the work of steps that are routes, by their place from 1
  void addFlow(Map<Integer, StepConnector> steps) throws Exception {
    steps.values().forEach(step -> step.prepare(camel));
    camel.addRoutes(new FlowRoutes(flow, metering, steps));
  }

  /// @throws FlowException when an endpoint of the flow's author can never work
  void checkEndpoints(FlowOptions.Extensions given) {
    var problems = given.problems(flow.spec());
    if (!problems.isEmpty()) {
      throw new FlowException(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
  }

  void addSource(SourceConnector source) throws Exception {
    var id = SOURCE + source.type();
    source.prepare(camel);
    addRoute(id, source.template(), source.parameters(), source.beans());
  }

  /// Finishes the batch in hand, then ends everything. In a context that is stopping Camel tells
  /// route policies nothing, and what the last batch has written would not be counted; so the
  /// source stops first. Both together take no longer than one stop may.
  void stop() {
    long begin = System.nanoTime();
    try {
      for (var route : camel.getRoutes()) {
        if (route.getRouteId().startsWith(SOURCE)) {
          camel
              .getRouteController()
              .stopRoute(route.getRouteId(), stopPatience.toSeconds(), TimeUnit.SECONDS);
        }
      }
    } catch (Exception e) {
      LOG.debug("The source has not stopped by itself", e);
    }
    long left = stopPatience.minusNanos(System.nanoTime() - begin).toSeconds();
    camel.getShutdownStrategy().setTimeout(Math.max(1, left));
    camel.stop();
  }

  void addSink(String way, SinkConnector sink) throws Exception {
    sink.prepare(camel);
    policies.put(way, new SinkPolicy(way, flow, metering));
    var parameters = new HashMap<>(sink.parameters());
    parameters.put("name", way);
    addRoute(way, sink.template(), parameters, sink.beans());
  }

  private void addRoute(
      String id, String template, Map<String, Object> parameters, Map<String, Object> beans)
      throws Exception {
    loadTemplate(template);
    var builder = TemplatedRouteBuilder.builder(camel, template).routeId(id).parameters(parameters);
    beans.forEach(
        (name, bean) -> {
          var unique = id.replaceAll("[^A-Za-z0-9]", "-") + "-" + name;
          camel.getRegistry().bind(unique, bean);
          builder.parameter(name, unique);
        });
    builder.add();
  }

  private void loadTemplate(String template) throws Exception {
    if (camel.getRouteTemplateDefinition(template) != null) {
      return;
    }
    var resource =
        PluginHelper.getResourceLoader(camel)
            .resolveResource("classpath:route-templates/" + template + ".yaml");
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }
}
