package io.dataflow.runtime.trino.sink;

import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.batch.BatchStore;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.LayoutChangedException;
import io.dataflow.runtime.connector.table.row.RowObject;
import io.dataflow.runtime.trino.ErrorName;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import io.dataflow.runtime.trino.TrinoName;
import io.dataflow.runtime.trino.TrinoProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Writes records into a table of Trino's, a part a statement.
final class TrinoStore implements BatchStore {
  private final TrinoProblem problem;
  private final TrinoClient client;
  private final TrinoName name;
  private final TrinoTarget table;
  private final Writes writes;
  private final TrinoRefusal refusal = new TrinoRefusal();
  private final InsertedRows rows = new InsertedRows();
  private volatile boolean closed;

  private TrinoStore(TrinoSink sink, TrinoName name, TrinoProblem problem) {
    this.name = name;
    this.problem = problem;
    this.client = new TrinoClient(sink, problem.place(), Duration.ofSeconds(sink.timeoutSeconds()));
    this.table = new TrinoTarget(sink, name, problem, client);
    this.writes = new Writes(client, name);
  }

  /// @param stage the sink's name in the flow: `sink:main`
  /// @throws FlowException when table name or certificates cannot be read
  static TrinoStore of(TrinoSink sink, String stage) {
    try {
      var name = TrinoName.of(sink.catalog(), sink.schema(), sink.table());
      var place = "%s (trino %s, %s)".formatted(stage, sink.serverURL().strip(), name.catalog());
      return new TrinoStore(sink, name, new TrinoProblem(place));
    } catch (FlowException e) {
      throw new FlowException(stage + " (trino): " + e.getMessage());
    }
  }

  @Override
  public void open() throws UnavailableException {
    try {
      table.check();
    } catch (TrinoException e) {
      throw problem.judge(e, name, true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void begin(List<Message> messages) throws UnavailableException {
    prepare(messages).ifPresent(layout -> layout.survey(messages));
  }

  private Optional<Layout<TrinoTable>> prepare(List<Message> messages) throws UnavailableException {
    try {
      return table.prepare(messages);
    } catch (TrinoException e) {
      throw problem.judge(e, name, true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void write(List<Message> messages, Refusals refusals)
      throws PartRefusedException, UnavailableException {
    boolean again = true;
    for (boolean mended = false; again; ) {
      again = false;
      var layout = prepare(messages);
      try {
        if (layout.isPresent()) {
          write(layout.get(), messages, refusals);
        } else {
          refuseAll(messages, refusals);
        }
      } catch (LayoutChangedException e) {
        again = true;
        if (e.tableIsStale()) {
          refresh();
        }
      } catch (TrinoException e) {
        again = !mended && mends(e);
        mended = true;
        if (!again) {
          throw refusal(e, messages.size());
        }
      } catch (IOException e) {
        throw lost(e);
      }
    }
  }

  private void write(Layout<TrinoTable> layout, List<Message> messages, Refusals refusals)
      throws PartRefusedException, TrinoException, IOException {
    int most = refusal.bytesMost();
    var statement =
        layout.conflictKey().isEmpty()
            ? rows.statement(layout, messages, refusals, most)
            : MergedRows.statement(layout, messages, refusals, most);
    if (statement.isPresent()) {
      writes.run(statement.get());
    }
  }

  /// Whether the same may succeed now that more is known of the table.
  private boolean mends(TrinoException failure) throws UnavailableException {
    return switch (failure.fault()) {
      case STALE -> refresh();
      case SETUP -> failure.name().equals(ErrorName.NO_TABLE) && table.forget();
      case RECORD, SUSPECT, CONFLICT, ROLLBACK, READ_ONLY, UNAVAILABLE -> false;
    };
  }

  private boolean refresh() throws UnavailableException {
    try {
      return table.refresh();
    } catch (TrinoException e) {
      throw problem.judge(e, name, true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private PartRefusedException refusal(TrinoException failure, int size)
      throws UnavailableException {
    return switch (failure.fault()) {
      case RECORD, SUSPECT, CONFLICT, STALE -> refusal.of(failure, size);
      case SETUP, ROLLBACK, READ_ONLY, UNAVAILABLE -> throw problem.judge(failure, name, false);
    };
  }

  /// No record has had a field to create a column from.
  private static void refuseAll(List<Message> messages, Refusals refusals)
      throws PartRefusedException {
    refusals.clear();
    for (int i = 0; i < messages.size(); i++) {
      refusals.add(i, RowObject.noRow(messages.get(i)));
    }
  }

  private UnavailableException lost(IOException failure) {
    return closed ? problem.closed(failure) : problem.unreachable(failure);
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
