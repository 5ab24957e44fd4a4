package io.dataflow.api.spec;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.api.connector.option.IsolationLevel;
import io.dataflow.api.connector.option.SnapshotMode;
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

  /// A Kafka sink writes what comes from a topic.
  static final String TOPIC_INTO_TOPIC =
      NOT_ASKED + "self.source.type == 'kafka' || self.sink.type != 'kafka'";

  static final String TABLE_INTO_TOPIC =
      "a `kafka` sink can store the offsets of a topic with its records, and nothing else: no"
          + " position of a table. Take a `postgresql` sink, or remove this.";

  /// A query is read by a cursor.
  static final String CURSOR =
      NOT_ASKED
          + "self.source.type != 'postgresql' || !has(self.source.config)"
          + " || !has(self.source.config.query) || has(self.source.config.changeTrackingColumn)";

  static final String NO_CURSOR =
      "missing. With `delivery: effectivelyOnce` a `query` needs a column that grows with every"
          + " change: without it each poll brings all rows again. Name it, or remove `delivery`.";

  static final String SNAPSHOT_AGAIN =
      "the rows that are there already have no position: a snapshot that is interrupted is read"
          + " again, and written again. Take a sink with `upsertMode: true`, write"
          + " `snapshotMode: never`, or remove this.";

  /// Nothing is read that may still be taken back.
  static final String SETTLED =
      NOT_ASKED
          + "self.source.type != 'kafka' || !has(self.source.config)"
          + " || !has(self.source.config.isolationLevel)"
          + " || self.source.config.isolationLevel.trim() != 'read_uncommitted'";

  static final String TAKEN_BACK =
      "not possible with `delivery: effectivelyOnce`: records that their producer takes back would"
          + " be written, and again when it repeats them. Remove it, or write `read_committed`.";

  /// A position that is kept in sinks is not reset here.
  static final String RESET =
      NOT_ASKED
          + "self.source.type == 'kafka' || !has(self.checkpointReset) || !self.checkpointReset";

  static final String NO_RESET =
      "not possible with `delivery: effectivelyOnce`: the position is in the sink, beside the rows"
          + " that came before it. To read everything once more, delete the flow's rows in"
          + " `positionsTable` while it is stopped.";

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

  static final String NO_PLACE =
      "a `clickhouse` or `trino` sink has no transaction in which it could store the source's"
          + " position with the rows. Take `upsertMode: true` and `delivery: atLeastOnce`, or"
          + " another sink.";

  static final String NO_COMPARISON =
      "a `trino` source cannot tell which of two stored positions is ahead. Take a sink with"
          + " `upsertMode: true`, and `delivery: atLeastOnce`.";

  static final String NO_POSITION =
      "what Camel reads and writes has no position, and no transaction to store one in. Take"
          + " `kafka` and `postgresql`, or remove this.";

  private DeliveryRules() {}

  /// Whether each sink can store a position with what it writes.
  static boolean isStoredBySinks(List<Step> steps, Sink main) {
    return Stream.concat(Stream.of(main), routes(steps))
        .noneMatch(sink -> sink instanceof ClickhouseSink || sink instanceof TrinoSink);
  }

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

  /// Whether the source's position is one that a Kafka sink can store, if it is the main sink.
  static boolean isStorable(Source source, Sink main) {
    return source instanceof KafkaSource || !(main instanceof KafkaSink);
  }

  /// Whether each record of the source is read from its place on, and not all of them each time.
  static boolean hasPosition(Source source) {
    return !(source instanceof PostgresqlSource table) || table.trackingColumn().isPresent();
  }

  /// Whether the source can go on from what a sink has stored, which may be ahead of another sink.
  static boolean comparesPositions(Source source) {
    return !(source instanceof TrinoSource);
  }

  /// Whether what may be read twice, a snapshot, is not written twice.
  static boolean repeatsNothing(Source source, Sink main) {
    return !(source instanceof PostgresqlCdcSource changes)
        || changes.snapshotMode() == SnapshotMode.NEVER
        || main.takesRepeats();
  }

  /// Whether nothing is read that may still be taken back.
  static boolean isSettled(Source source) {
    return !(source instanceof KafkaSource topic)
        || topic.isolationLevel() == IsolationLevel.READ_COMMITTED;
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
