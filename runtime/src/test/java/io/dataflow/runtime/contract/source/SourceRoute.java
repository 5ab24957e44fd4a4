package io.dataflow.runtime.contract.source;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.ConnectorFactories;
import io.dataflow.runtime.contract.ConnectorRoutes;
import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A source's connector on its route, as a flow has it, in front of a flow that keeps and
/// acknowledges what it gets, or does what a case tells it to.
public final class SourceRoute implements AutoCloseable {
  /// The longest that a case waits.
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private final ConnectorRoutes routes = new ConnectorRoutes();
  private final List<Batch> batches = new CopyOnWriteArrayList<>();
  private final SourceReports reports = new SourceReports();
  private final SourceConnector connector;
  private volatile ConnectorRoutes.Taking taking = this::keep;

  /// The source of a type, not connected.
  ///
  /// @param checkpoints where its position is kept if it does not keep it itself
  public SourceRoute(String type, SourceOrigin origin, CheckpointStore checkpoints) {
    this.connector =
        ConnectorFactories.source(
            "{type: %s, config: {%s}}".formatted(type, origin.config()), checkpoints, reports);
  }

  /// What is done with a batch, in place of keeping and acknowledging it.
  public SourceRoute taking(ConnectorRoutes.Taking other) {
    taking = other;
    return this;
  }

  /// Keeps and acknowledges a batch.
  public void keep(Batch batch) {
    batches.add(new Batch(List.copyOf(batch.messages()), batch.mark()));
    batch.acknowledge();
  }

  /// Looks and reads.
  public SourceRoute start() throws UnavailableException {
    connector.check();
    return read();
  }

  /// The same, and waits as a flow does: a server may still hold what the reader before had.
  public SourceRoute restart() {
    Await.until("the source", LIMIT, this::isThere);
    return read();
  }

  private boolean isThere() {
    try {
      connector.check();
      return true;
    } catch (UnavailableException e) {
      return false;
    }
  }

  /// Reads without looking first.
  public SourceRoute read() {
    try {
      routes.addFlow(batch -> taking.take(batch));
      routes.start();
      routes.addRoute(
          "source:" + connector.type(),
          connector.template(),
          connector.parameters(),
          connector.beans());
      return this;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// Waits until that many records have been kept.
  public SourceRoute until(int count) {
    return until(count + " records", () -> size() >= count);
  }

  /// Waits until it is so.
  public SourceRoute until(String what, Await.Condition condition) {
    Await.until(what, LIMIT, condition);
    return this;
  }

  /// Waits until the source has said twice from now on that it is read to its end: the first time
  /// may be about a read that had begun before.
  public SourceRoute untilIdle() {
    int before = reports.exhaustedCount();
    return until("the end of the records", () -> reports.exhaustedCount() >= before + 2);
  }

  /// Waits until the source says why it cannot be read.
  public String untilFailed() {
    until("a failure", () -> reports.failure().isPresent());
    return reports.failure().orElseThrow();
  }

  /// How many records have been kept.
  public int size() {
    return batches.stream().mapToInt(Batch::received).sum();
  }

  /// The batches that have been kept.
  public List<Batch> batches() {
    return batches;
  }

  /// The records that have been kept.
  public List<StoredRecord> records() {
    return batches.stream()
        .flatMap(batch -> batch.messages().stream())
        .map(message -> new StoredRecord(message.original()))
        .toList();
  }

  /// The values of `id` in what has been kept.
  public List<Integer> ids() {
    return records().stream().map(StoredRecord::id).toList();
  }

  /// What the source has told the flow.
  public SourceReports reports() {
    return reports;
  }

  /// Why the source cannot be read, when it has said so.
  public Optional<String> failure() {
    return reports.failure();
  }

  /// The connector itself.
  public SourceConnector connector() {
    return connector;
  }

  /// What is to be seen of its routes.
  public String seen() {
    return routes.seen();
  }

  /// Stops as a flow does: the route first, then the connector.
  @Override
  public void close() {
    routes.close();
    connector.close();
  }
}
