package io.dataflow.api.spec;

import io.dataflow.api.connector.EndpointSink;
import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.endpoint.PlainSecrets;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.api.transformation.Router;
import java.util.ArrayList;
import java.util.List;

/// An endpoint of Camel's in its place in a flow.
///
/// @param config where its settings stand: `transformations[2].config`
public record EndpointPlace(Role role, String config, Endpoint endpoint) {
  /// What an endpoint does in a flow.
  public enum Role {
    /// It brings messages.
    SOURCE,
    /// It changes messages.
    STEP,
    /// It takes messages.
    SINK
  }

  /// All endpoints of a flow, in the order of the manifest.
  public static List<EndpointPlace> all(DataFlowSpec spec) {
    var places = new ArrayList<EndpointPlace>();
    if (spec.source() instanceof EndpointSource source) {
      places.add(new EndpointPlace(Role.SOURCE, "source.config", source.endpoint()));
    }
    for (int i = 0; i < spec.transformations().size(); i++) {
      step("transformations[" + i + "].config", spec.transformations().get(i), places);
    }
    sink("sink.config", spec.sink(), places);
    spec.errors().ifPresent(errors -> sink("errors.config", errors.sink(), places));
    return places;
  }

  /// What is to be said of steps and of endpoints, as far as the manifest alone can tell.
  static List<Problem> findings(DataFlowSpec spec) {
    var problems = new ArrayList<>(StepFindings.of(spec.transformations()));
    for (var place : all(spec)) {
      problems.addAll(PlainSecrets.of(place.endpoint(), place.config()));
    }
    if (spec.isEffectivelyOnce()
        && !all(spec).stream().allMatch(EndpointPlace::isUntouchedByPositions)) {
      problems.add(new Problem("delivery", DeliveryRules.NO_POSITION));
    }
    return problems;
  }

  /// Whether it neither gives a position nor stores one: a step, the error sink.
  private boolean isUntouchedByPositions() {
    return role == Role.STEP || config.startsWith("errors");
  }

  private static void step(String config, Step step, List<EndpointPlace> places) {
    switch (step.transformation()) {
      case EndpointStep it -> places.add(new EndpointPlace(Role.STEP, config, it.endpoint()));
      case Router router -> {
        for (int i = 0; i < router.routes().size(); i++) {
          sink(config + ".routes[" + i + "].sink.config", router.routes().get(i).sink(), places);
        }
      }
      default -> {
        // The others are the flow's own.
      }
    }
  }

  private static void sink(String config, Sink sink, List<EndpointPlace> places) {
    if (sink instanceof EndpointSink it) {
      places.add(new EndpointPlace(Role.SINK, config, it.endpoint()));
    }
  }
}
