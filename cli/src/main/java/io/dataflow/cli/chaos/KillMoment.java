package io.dataflow.cli.chaos;

import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Source;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.cli.chaos.world.ServerKind;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a processor is killed.
enum KillMoment {
  AT_RANDOM("at random", Optional.empty()),
  BEFORE_WRITE("before the write reaches the sink", Optional.of(Moment.before(Act.WRITE))),
  AFTER_WRITE("after the write, before its answer", Optional.of(Moment.after(Act.WRITE))),
  BEFORE_COMMIT("before the commit reaches the sink", Optional.of(Moment.before(Act.COMMIT))),
  AFTER_COMMIT("after the commit, before its answer", Optional.of(Moment.after(Act.COMMIT))),
  BEFORE_POSITION(
      "before the position reaches the source", Optional.of(Moment.before(Act.POSITION))),
  AFTER_POSITION("after the position, before its answer", Optional.of(Moment.after(Act.POSITION))),
  IN_REBALANCE("in a rebalance", Optional.of(Moment.before(Act.REBALANCE))),
  IN_SHUTDOWN("in its shutdown", Optional.empty());

  private final String words;
  private final Optional<Moment> moment;

  KillMoment(String words, Optional<Moment> moment) {
    this.words = words;
    this.moment = moment;
  }

  /// Those that a flow has: a position on the source's server, and rebalances of several
  /// processors.
  static List<KillMoment> of(DataFlowSpec spec) {
    return Stream.of(values()).filter(it -> it.applies(spec)).toList();
  }

  private boolean applies(DataFlowSpec spec) {
    return switch (this) {
      case AT_RANDOM, BEFORE_WRITE, AFTER_WRITE, BEFORE_COMMIT, AFTER_COMMIT, IN_SHUTDOWN -> true;
      case BEFORE_POSITION -> tellsPosition(spec.source());
      case AFTER_POSITION -> spec.source() instanceof KafkaSource;
      case IN_REBALANCE -> spec.replicas() > 1;
    };
  }

  /// A broker answers, and the server of a replication slot does not. The position of a polling
  /// source is in a file.
  private static boolean tellsPosition(Source source) {
    return switch (source) {
      case KafkaSource _, PostgresqlCdcSource _ -> true;
      case PostgresqlSource _, TrinoSource _, EndpointSource _ -> false;
    };
  }

  /// The server in whose connections the moment comes.
  ServerKind server(DataFlowSpec spec) {
    return switch (this) {
      case AT_RANDOM, BEFORE_WRITE, AFTER_WRITE, BEFORE_COMMIT, AFTER_COMMIT, IN_SHUTDOWN ->
          ServerKind.of(spec.sink());
      case BEFORE_POSITION, AFTER_POSITION, IN_REBALANCE -> ServerKind.of(spec.source());
    };
  }

  /// What a proxy sees of it; empty where it is not seen in what passes.
  Optional<Moment> moment() {
    return moment;
  }

  /// For a person, behind `killed`.
  String words() {
    return words;
  }
}
