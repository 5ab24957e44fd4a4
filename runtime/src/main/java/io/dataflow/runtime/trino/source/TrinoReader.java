package io.dataflow.runtime.trino.source;

import io.dataflow.api.connector.TrinoSource;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.ChunkLimit;
import io.dataflow.runtime.connector.polling.Chunks;
import io.dataflow.runtime.connector.polling.HandoverWatch;
import io.dataflow.runtime.connector.polling.Progress;
import io.dataflow.runtime.connector.polling.Reading;
import io.dataflow.runtime.connector.polling.StoredForm;
import io.dataflow.runtime.connector.reader.BatchReader;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import io.dataflow.runtime.trino.TrinoProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Polls a table or a query. A poll is one statement, whose rows are asked for as the flow takes
/// them; the next one begins behind the last row that was given.
final class TrinoReader implements BatchReader {
  /// A statement lasts as long as the flow takes its rows; the server ends one that nobody asks
  /// for.
  private static final Duration NO_LIMIT = Duration.ofDays(365);

  /// Without a pause an idle source would ask the server as fast as it answers.
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private final TrinoSource source;
  private final SourceContext flow;
  private final TrinoProblem problem;
  private final TrinoClient client;
  private final SourceTable table;
  private final Progress progress;
  private final Duration pause;
  private Optional<SourceQuery> query = Optional.empty();
  private Optional<PolledRows> rows = Optional.empty();
  private Optional<Chunks> chunks = Optional.empty();
  private long nextPoll = System.nanoTime();
  private long begin;
  private boolean exhausted;
  private boolean given;
  private boolean over;
  private volatile boolean closed;

  private TrinoReader(TrinoSource source, SourceContext flow, TrinoProblem problem) {
    this.source = source;
    this.flow = flow;
    this.problem = problem;
    this.client = new TrinoClient(source, problem.place(), NO_LIMIT);
    this.table = new SourceTable(source, problem, client);
    this.progress = new Progress(TrinoSourceFactory.TYPE, flow.checkpoints(), flow.stored());
    var interval = Duration.ofSeconds(source.pollInterval());
    this.pause = interval.isZero() ? SHORTEST_PAUSE : interval;
  }

  static TrinoReader of(TrinoSource source, SourceContext flow) {
    return new TrinoReader(source, flow, problem(source));
  }

  /// Whose trouble it is.
  static TrinoProblem problem(TrinoSource source) {
    return new TrinoProblem(
        "source trino: " + source.serverURL().strip() + ", " + source.catalog().strip());
  }

  @Override
  public void open() throws UnavailableException {
    progress.load();
    try {
      query = Optional.of(table.query());
    } catch (TrinoException e) {
      throw problem.judge(e, table.name(), true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public Optional<Batch> next(Duration patience) throws UnavailableException, InterruptedException {
    if (query.isEmpty()) {
      open();
    }
    try {
      if (chunks.isPresent()) {
        chunks.get().finished();
      } else if (!begins(patience)) {
        return Optional.empty();
      }
      if (chunks.isEmpty()) {
        chunks = Optional.of(new Chunks(rows.orElseThrow(), reading(), begin));
      }
      if (chunks.get().hasNext()) {
        given = true;
        return Optional.of(chunks.get().next());
      }
      end();
      return Optional.empty();
    } catch (TrinoException e) {
      throw failed(e);
    } catch (IOException e) {
      throw failed(e);
    } catch (PolledRows.PageException e) {
      throw e.getCause() instanceof TrinoException said
          ? failed(said)
          : failed((IOException) e.getCause());
    }
  }

  /// Whether a poll has rows, or has ended.
  private boolean begins(Duration patience)
      throws TrinoException, IOException, InterruptedException {
    if (rows.isEmpty()) {
      long wait = over ? patience.toNanos() : nextPoll - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(Math.min(wait, patience.toNanos())));
        return false;
      }
      begin = System.nanoTime();
      exhausted = false;
      given = false;
      var known = query.orElseThrow();
      var statement = client.start(known.behind(progress.sent()));
      rows = Optional.of(new PolledRows(client, statement, known.texts()));
    }
    return rows.get().arrives(patience);
  }

  /// The poll has no row that the flow has not been given. Behind rows there may be more at once.
  private void end() {
    boolean whole = query.orElseThrow().cursor().isEmpty();
    if (given && !whole) {
      nextPoll = System.nanoTime();
    } else {
      progress.drained();
      nextPoll = System.nanoTime() + pause.toNanos();
      // What would be read all over again is not begun by a run that ends at its end.
      over = whole && flow.bounded();
      exhausted = true;
    }
    forget();
  }

  private void forget() {
    rows = Optional.empty();
    chunks = Optional.empty();
  }

  private UnavailableException failed(TrinoException failure) {
    forget();
    return failure.isForgotten()
        ? problem.unreachable(new IOException("the server does not know the statement any more"))
        : problem.judge(failure, table.name(), false);
  }

  private UnavailableException failed(IOException failure) {
    forget();
    return lost(failure);
  }

  private UnavailableException lost(IOException failure) {
    return closed ? problem.closed(failure) : problem.unreachable(failure);
  }

  private Reading reading() {
    var known = query.orElseThrow();
    return new Reading(
        known.cursor().map(cursor -> new StoredForm(source.table(), cursor)),
        known.id(),
        ChunkLimit.of(flow.spec().channelBufferSize(), source.readBatchSize()),
        TrinoSample.around(source),
        source.table(),
        progress,
        SourceEvents.none(),
        HandoverWatch.none(),
        () -> closed);
  }

  @Override
  public boolean isExhausted() {
    return exhausted;
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
