package io.dataflow.runtime.postgresql;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import java.util.List;

/// Writes records into a PostgreSQL table (contract 2.5): a batch, or as much of it as `batchSize`
/// says, is one transaction, and rows go in by COPY. One connection, opened again when it is lost.
public final class PostgresqlWriter implements Writer {
  private final int most;
  private final Link link;
  private final PartWriter writer;

  /// @param stage the sink's name in the flow: `sink:main`
  /// @throws FlowException when connection string or table name cannot be read
  public PostgresqlWriter(PostgresqlSink sink, String stage) {
    this.most = sink.batchSize().filter(size -> size > 0).orElse(Integer.MAX_VALUE);
    try {
      var where = ConnectionString.of(sink);
      var problem = new PostgresqlProblem("%s (postgresql %s)".formatted(stage, where));
      this.link = new Link(where, problem);
      var table = new SinkTable(sink, QualifiedName.parse(sink.table()), problem);
      this.writer = new PartWriter(link, table, stage);
    } catch (FlowException e) {
      throw new FlowException(stage + " (postgresql): " + e.getMessage());
    }
  }

  @Override
  public void open() throws UnavailableException {
    writer.check();
  }

  @Override
  public void write(List<Message> messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    writer.prepare(messages);
    while (!messages.isEmpty()) {
      var parts = new Parts(Math.min(most, messages.size()));
      while (!parts.isDone()) {
        write(messages.subList(0, parts.size()), parts, rejected);
      }
    }
  }

  private void write(List<Message> part, Parts parts, List<Rejected> rejected)
      throws UnavailableException {
    try {
      if (parts.verdict().isPresent()) {
        rejected.add(writer.rejection(part.getFirst(), parts.verdict().get()));
      } else {
        rejected.addAll(writer.write(part));
      }
    } catch (PartFailedException e) {
      if (part.size() > 1) {
        parts.refused(e);
        return;
      }
      rejected.add(writer.rejection(part.getFirst(), e.reason()));
    }
    part.clear();
    parts.settled();
  }

  @Override
  public void close() {
    link.close();
  }
}
