package io.dataflow.api.spec;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.transformation.Route;
import io.dataflow.api.transformation.Router;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which pairs of source and sinks can deliver effectively once, and why others cannot. The same in
/// CEL stands here too, for the API server, but for what would cost it too much.
final class DeliveryRules {
  private static final String NOT_ASKED =
      "!has(self.delivery) || self.delivery.trim() != 'effectivelyOnce' || ";

  /// The source is a topic.
  static final String KAFKA_SOURCE = NOT_ASKED + "self.source.type == 'kafka'";

  static final String OTHER_SOURCE =
      "`effectivelyOnce` is possible from a `kafka` source alone in this version. Remove it; where"
          + " a repeated row must not be added, take a sink with `upsertMode: true`.";

  static final String OTHER_CLUSTER =
      "a `kafka` sink can store the position of a source on its own cluster only, and the two have"
          + " no broker in common. Write the same `brokers`, or remove this.";

  /// A Kafka sink is the only sink.
  static final String ONE_TRANSACTION =
      NOT_ASKED
          + "!has(self.transformations) || !self.transformations.exists(it, it.type == 'router')"
          + " || self.sink.type != 'kafka' && !self.transformations.exists(it, has(it.config)"
          + " && has(it.config.routes)"
          + " && it.config.routes.exists(to, has(to.sink) && to.sink.type == 'kafka'))";

  static final String SEVERAL_SINKS =
      "a `kafka` sink stores the position for the whole flow, and its transaction cannot span the"
          + " other sinks. Take `postgresql` sinks, leave out the router, or remove this.";

  private DeliveryRules() {}

  /// Whether no Kafka sink is one of several.
  static boolean isOneTransaction(List<Step> steps, Sink main) {
    return !hasRouter(steps) || Stream.concat(Stream.of(main), routes(steps)).noneMatch(isKafka());
  }

  /// Whether a topic is written in the cluster that it is read from.
  static boolean isOneCluster(Source source, Sink main) {
    return !(source instanceof KafkaSource from)
        || !(main instanceof KafkaSink to)
        || !Collections.disjoint(from.brokers(), to.brokers());
  }

  private static Predicate<Sink> isKafka() {
    return sink -> sink instanceof KafkaSink;
  }

  private static boolean hasRouter(List<Step> steps) {
    return steps.stream().anyMatch(step -> step.transformation() instanceof Router);
  }

  private static Stream<Sink> routes(List<Step> steps) {
    return steps.stream()
        .map(Step::transformation)
        .filter(Router.class::isInstance)
        .map(Router.class::cast)
        .flatMap(router -> router.routes().stream())
        .map(Route::sink);
  }
}
