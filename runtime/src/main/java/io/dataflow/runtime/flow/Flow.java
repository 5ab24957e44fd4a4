package io.dataflow.runtime.flow;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.message.Destination;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.DeliveryGuarantee;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.Route;
import io.dataflow.api.transformation.Router;
import io.dataflow.api.transformation.Transformation;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.flow.state.FlowCounters;
import io.dataflow.runtime.flow.state.FlowState;
import java.util.LinkedHashMap;
import java.util.Map;

/// What all stages of one running flow share.
///
/// @param routes where each destination of the flow's routers goes: `sink:route-0`
record Flow(
    DataFlowSpec spec, Map<Destination, String> routes, FlowState state, FlowCounters counters) {

  Flow(DataFlowSpec spec, FlowState state, FlowCounters counters) {
    this(spec, routesOf(spec), state, counters);
  }

  private static Map<Destination, String> routesOf(DataFlowSpec spec) {
    var routes = new LinkedHashMap<Destination, String>();
    for (var step : spec.transformations()) {
      if (step.transformation() instanceof Router router) {
        router
            .routes()
            .forEach(route -> routes.putIfAbsent(route, SinkName.ofRoute(routes.size()).route()));
      }
    }
    return routes;
  }

  /// Every sink by the id of its route.
  Map<String, Sink> sinks() {
    var sinks = new LinkedHashMap<String, Sink>();
    sinks.put(Delivery.MAIN, spec.sink());
    routes.forEach((destination, way) -> sinks.put(way, ((Route) destination).sink()));
    spec.errors().ifPresent(errors -> sinks.put(Delivery.ERRORS, errors.sink()));
    return sinks;
  }

  /// How often a record may arrive in a sink.
  DeliveryGuarantee guarantee(String way) {
    return way.equals(Delivery.ERRORS) ? DeliveryGuarantee.AT_LEAST_ONCE : spec.delivery();
  }

  /// The label `route` of a sink's metrics (`docs/metrics.md`).
  String label(String way) {
    return routes.entrySet().stream()
        .filter(entry -> entry.getValue().equals(way))
        .map(entry -> ((Route) entry.getKey()).condition().text())
        .findFirst()
        .orElse(way.equals(Delivery.ERRORS) ? "error" : "default");
  }

  static String type(Step step) {
    return ChoiceModel.name(Transformation.class, step.transformation().getClass());
  }

  static String type(Source source) {
    return ChoiceModel.name(Source.class, source.getClass());
  }

  static String type(Sink sink) {
    return ChoiceModel.name(Sink.class, sink.getClass());
  }
}
