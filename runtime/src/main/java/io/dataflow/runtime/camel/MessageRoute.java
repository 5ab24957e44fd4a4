package io.dataflow.runtime.camel;

import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.runtime.connector.FlowException;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/// The route that has the messages for an endpoint, so that JMX shows each call under its stage.
record MessageRoute(EndpointRoute route) {

  /// Messages end at the endpoint.
  ///
  /// @return the address that they are given to
  String addTo(CamelContext camel) {
    return add(
        camel,
        new RouteBuilder(camel) {
          @Override
          public void configure() {
            from(address()).routeId(route.messages()).to(route.uri());
          }
        });
  }

  /// Messages go on behind the endpoint.
  ///
  /// @param behind gets each exchange that comes out
  String addTo(CamelContext camel, Processor behind) {
    return add(
        camel,
        new RouteBuilder(camel) {
          @Override
          public void configure() {
            var begin = from(address()).routeId(route.messages());
            switch (route.endpoint()) {
              case Endpoint.Address _ -> begin.to(route.uri()).process(behind);
              case Endpoint.Kamelet(var name, var _) ->
                  begin.kamelet(route.kamelet(name)).process(behind).end();
              case Endpoint.Template(var name, var _) ->
                  begin.kamelet(route.kamelet(name)).process(behind).end();
            }
          }
        });
  }

  private String address() {
    return "direct:" + route.messages();
  }

  private String add(CamelContext camel, RouteBuilder routes) {
    try {
      camel.addRoutes(routes);
    } catch (FlowException e) {
      throw e;
    } catch (Exception e) {
      throw new FlowException(
          route.stage() + ": the route of `" + route.endpoint().label() + "` cannot be made", e);
    }
    return address();
  }
}
