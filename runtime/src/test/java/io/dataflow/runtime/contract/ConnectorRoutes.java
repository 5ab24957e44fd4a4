package io.dataflow.runtime.contract;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.RouteConnector;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanFeatureInfo;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;

/// A Camel context as a flow's is, with the route of one connector in it.
public final class ConnectorRoutes implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final DefaultCamelContext context = new DefaultCamelContext();

  /// What takes the batches of a source.
  public interface Taking {
    /// Takes a batch; throws when the flow has failed to.
    void take(Batch batch) throws Exception;
  }

  /// A context that is not started.
  public ConnectorRoutes() {
    context.setLoadTypeConverters(false);
    context.setAutowiredEnabled(false);
    context.setAllowUseOriginalMessage(false);
    context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
    context.getShutdownStrategy().setTimeout(PATIENCE_SECONDS);
    context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
  }

  /// Adds the route that a source sends its batches to.
  public void addFlow(Taking taking) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:flow")
                .routeId("flow")
                .process(exchange -> taking.take(exchange.getMessage().getBody(Batch.class)));
          }
        });
  }

  /// Has a connector put there what its route needs besides.
  public void prepare(RouteConnector connector) {
    connector.prepare(context);
  }

  /// Adds a connector's route.
  ///
  /// @param id the route's id: `sink:main`
  public void addRoute(
      String id, String template, Map<String, Object> parameters, Map<String, Object> beans)
      throws Exception {
    var resource = "classpath:route-templates/" + template + ".yaml";
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource(resource));
    var all = new HashMap<>(parameters);
    all.put("name", id);
    var route = TemplatedRouteBuilder.builder(context, template).routeId(id).parameters(all);
    beans.forEach(
        (name, bean) -> {
          context.getRegistry().bind("contract-" + name, bean);
          route.parameter(name, "contract-" + name);
        });
    route.add();
  }

  /// Starts what is there; routes that are added later start at once.
  public void start() {
    context.start();
  }

  /// Sends a body to a route and returns when the route is through with it.
  ///
  /// @return the exchange, with the exception that the route has ended with
  public Exchange send(String id, Object body) {
    try (var template = context.createProducerTemplate()) {
      return template.send("direct:" + id, exchange -> exchange.getMessage().setBody(body));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Everything that is to be seen of its routes: endpoints with their parameters, route
  /// definitions, and what JMX shows.
  public String seen() {
    var text = new StringBuilder();
    context.getEndpoints().forEach(it -> text.append(it.getEndpointUri()).append('\n'));
    context.getRouteDefinitions().forEach(it -> text.append(it).append('\n'));
    var beans = ManagementFactory.getPlatformMBeanServer();
    try {
      for (var name : beans.queryNames(new ObjectName("org.apache.camel:*"), null)) {
        var attributes =
            Arrays.stream(beans.getMBeanInfo(name).getAttributes())
                .map(MBeanFeatureInfo::getName)
                .toArray(String[]::new);
        text.append(name).append(beans.getAttributes(name, attributes)).append('\n');
      }
    } catch (JMException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }

  @Override
  public void close() {
    context.stop();
  }
}
