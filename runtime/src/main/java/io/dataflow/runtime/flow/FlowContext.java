package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.metrics.ConnectorMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.PluginHelper;

/// The Camel context of one flow: its own routes, and one from a route template for each connector.
final class FlowContext {
  private final Flow flow;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Map<String, RoutePolicy> policies = new HashMap<>();

  FlowContext(Flow flow, String name, Duration stopPatience) {
    this.flow = flow;
    camel.getCamelContextExtension().setName(name.isEmpty() ? "flow" : name);
    camel.setLoadTypeConverters(false);
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

  CamelContext camel() {
    return camel;
  }

  void addFlow() throws Exception {
    camel.addRoutes(new FlowRoutes(flow));
  }

  void addSource(SourceConnector source) throws Exception {
    addRoute("source:" + source.type(), source.template(), source.parameters(), source.beans());
  }

  void addSink(String way, SinkConnector sink) throws Exception {
    var name = way.substring("sink:".length());
    var meter = meter(way, name, sink.type());
    policies.put(way, new SinkPolicy(name, meter, flow.counters(), flow.state()));
    var parameters = new HashMap<>(sink.parameters());
    parameters.put("name", way);
    addRoute(way, sink.template(), parameters, sink.beans());
  }

  private ConnectorMeter meter(String way, String name, String type) {
    return flow.meters().connector(type, name.equals("main") ? "sink" : name, flow.label(way));
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
