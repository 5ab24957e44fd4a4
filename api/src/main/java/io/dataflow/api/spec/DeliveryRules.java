package io.dataflow.api.spec;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.transformation.Route;
import io.dataflow.api.transformation.Router;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which pairs of source and sinks can deliver effectively once, and why others cannot. The same in
/// CEL stands here too, for the API server.
final class DeliveryRules {
  private static final String NOT_ASKED =
      "!has(self.delivery) || self.delivery.trim() != 'effectivelyOnce' || ";

  /// The source has a position.
  static final String POSITION =
      NOT_ASKED
          + "self.source.type != 'postgresql' || !has(self.source.config.query)"
          + " || self.source.config.query.trim() == ''"
          + " || has(self.source.config.changeTrackingColumn)"
          + " && self.source.config.changeTrackingColumn.trim() != ''";

  static final String NO_POSITION =
      "`effectivelyOnce` needs a position that the sink can store, and a query without"
          + " `changeTrackingColumn` has none. Name a column that grows with every change, or"
          + " remove this.";

  /// A Kafka sink has a Kafka source.
  static final String KAFKA_PAIR =
      NOT_ASKED + "self.sink.type != 'kafka' || self.source.type == 'kafka'";

  static final String NO_KAFKA_SOURCE =
      "a `kafka` sink can store only the position of a `kafka` source, and this is another. Take a"
          + " `postgresql` sink, or remove this.";

  /// A Kafka sink and its source share a broker; what comes from Secrets is seen by the processor.
  static final String SAME_CLUSTER =
      NOT_ASKED
          + "self.source.type != 'kafka' || self.sink.type != 'kafka'"
          + " || !has(self.source.config.brokers) || !has(self.sink.config.brokers)"
          + " || self.source.config.brokers.exists(it, it in self.sink.config.brokers)";

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

  /// Why these cannot deliver effectively once.
  static List<Problem> problems(Source source, List<Step> steps, Sink main) {
    if (!source.keepsPosition()) {
      return problem(NO_POSITION);
    }
    var routes = routes(steps).toList();
    if (hasRouter(steps) && Stream.concat(Stream.of(main), routes.stream()).anyMatch(isKafka())) {
      return problem(SEVERAL_SINKS);
    }
    return reason(source, main).map(DeliveryRules::problem).orElse(List.of());
  }

  private static Optional<String> reason(Source source, Sink sink) {
    return switch (sink) {
      case PostgresqlSink _ -> Optional.empty();
      case KafkaSink to ->
          switch (source) {
            case KafkaSource from ->
                Optional.of(OTHER_CLUSTER)
                    .filter(_ -> Collections.disjoint(from.brokers(), to.brokers()));
            case Source _ -> Optional.of(NO_KAFKA_SOURCE);
          };
    };
  }

  private static java.util.function.Predicate<Sink> isKafka() {
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

  private static List<Problem> problem(String message) {
    return List.of(new Problem("delivery", message));
  }
}
