package io.dataflow.cli.picture;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.transformation.Route;
import io.dataflow.api.transformation.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The ways out of a flow: the routes of its routers, the main sink, the error sink.
///
/// @param routes what each destination of the routers is called; two routes that say the same are
///     one, as they are in a processor
public record WaysOut(DataFlowSpec spec, Map<Destination, String> routes) {
  /// The main sink.
  public static final String MAIN = "main";

  /// The error sink.
  public static final String ERRORS = "errors";

  /// Those of this flow.
  public static WaysOut of(DataFlowSpec spec) {
    var routes = new LinkedHashMap<Destination, String>();
    for (var step : spec.transformations()) {
      if (step.transformation() instanceof Router router) {
        router.routes().forEach(route -> routes.putIfAbsent(route, "route-" + routes.size()));
      }
    }
    return new WaysOut(spec, routes);
  }

  /// The one that a message takes behind the last step.
  public String of(Message message) {
    return message.destination().map(routes::get).orElse(MAIN);
  }

  /// What a route is called.
  public String name(Route route) {
    return routes.get(route);
  }

  /// All of them, the error sink last.
  ///
  /// @param shown what a name of a topic or table is shown as
  public List<Exit> exits(UnaryOperator<String> shown) {
    var exits = new ArrayList<Exit>();
    routes.forEach(
        (route, name) ->
            exits.add(exit(name, ((Route) route).sink(), "when " + route.label(), shown)));
    exits.add(exit(MAIN, spec.sink(), "", shown));
    spec.errors().ifPresent(errors -> exits.add(exit(ERRORS, errors.sink(), "", shown)));
    return exits;
  }

  private static Exit exit(String name, Sink sink, String condition, UnaryOperator<String> shown) {
    return new Exit(
        name, Types.of(sink), shown.apply(Caption.ofConnector((Record) sink)), condition);
  }
}
