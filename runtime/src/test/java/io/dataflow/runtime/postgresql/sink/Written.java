package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.batch.BatchWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What became of one batch.
record Written(List<Message> left, List<Rejected> rejected) {

  /// A writer of a flow with an error sink.
  static BatchWriter writer(PostgresqlSink sink) {
    return PostgresqlSinkFactory.writer(sink, "sink:main", false);
  }

  /// Writes one batch by a writer of its own.
  static Written by(PostgresqlSink sink, String... bodies) {
    return by(sink, Stream.of(bodies));
  }

  static Written by(PostgresqlSink sink, Stream<String> bodies) {
    try (var writer = writer(sink)) {
      writer.open();
      return by(writer, bodies);
    } catch (UnavailableException e) {
      throw new AssertionError(e);
    }
  }

  static Written by(BatchWriter writer, Stream<String> bodies) {
    return by(writer, Database.messages(bodies));
  }

  /// Writes one batch of these messages by a writer of its own.
  static Written by(PostgresqlSink sink, List<Message> messages) {
    try (var writer = writer(sink)) {
      writer.open();
      return by(writer, messages);
    } catch (UnavailableException e) {
      throw new AssertionError(e);
    }
  }

  static Written by(BatchWriter writer, List<Message> batch) {
    var messages = new ArrayList<>(batch);
    var rejected = new ArrayList<Rejected>();
    try {
      writer.write(messages, rejected, Mark.none());
    } catch (UnavailableException e) {
      throw new AssertionError(e);
    }
    return new Written(messages, rejected);
  }

  static Written by(BatchWriter writer, String... bodies) {
    return by(writer, Stream.of(bodies));
  }

  List<String> reasons() {
    return rejected.stream().map(Rejected::reason).toList();
  }

  List<String> rejectedBodies() {
    return rejected.stream().map(each -> new String(each.message().original())).toList();
  }
}
