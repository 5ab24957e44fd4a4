package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.connector.option.SnapshotMode;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.reader.BatchReader;
import io.dataflow.runtime.postgresql.cdc.change.RelationCatalog;
import io.dataflow.runtime.postgresql.cdc.value.ValueForms;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the rows that are there, and then the changes. After an outage it goes on behind what the
/// flow was given last; tables of a snapshot that were not complete are read again.
final class ChangeReader implements BatchReader {
  private final CdcSettings settings;
  private final LogProgress progress;
  private final SlotWatch watch;
  private Optional<LogPosition> given = Optional.empty();
  private boolean loaded;
  private boolean snapshotTaken;
  private volatile Optional<ChangeSession> session = Optional.empty();
  private volatile boolean closed;

  ChangeReader(CdcSettings settings, LogProgress progress) {
    this.settings = settings;
    this.progress = progress;
    this.watch = new SlotWatch(settings.slot());
  }

  @Override
  public void open() throws UnavailableException {
    if (session.isEmpty()) {
      if (!loaded) {
        given = progress.load();
        loaded = true;
      }
      try {
        connect();
      } catch (SQLException e) {
        throw settings.problems().judge(e);
      }
    }
  }

  private void connect() throws SQLException, UnavailableException {
    var catalog = settings.connect();
    try {
      connect(catalog);
    } catch (SQLException | UnavailableException | RuntimeException e) {
      catalog.abort(Runnable::run);
      throw e;
    }
  }

  private void connect(Connection catalog) throws SQLException, UnavailableException {
    var setup = SourceSetup.check(catalog, settings);
    var slot = Slot.find(catalog, settings);
    if (slot.isPresent()) {
      slot.get().check(catalog, settings, setup.database());
    } else if (given.isPresent() && mode() != SnapshotMode.ALWAYS) {
      throw Slot.gone(settings);
    } else if (!settings.source().createSlotIfNotExists()) {
      throw Slot.missing(settings);
    }
    var replication = settings.connectForReplication();
    try {
      var fresh =
          slot.isPresent()
              ? Optional.<Slot.Fresh>empty()
              : Optional.of(Slot.create(replication, settings, wantsSnapshot()));
      var from =
          fresh
              .map(made -> LogPosition.behind(made.lsn()))
              .or(() -> given)
              .orElseGet(() -> LogPosition.behind(slot.orElseThrow().confirmed()));
      begin(setup, catalog, replication, from, fresh.flatMap(Slot.Fresh::snapshot));
    } catch (SQLException | RuntimeException e) {
      replication.abort(Runnable::run);
      throw e;
    }
  }

  private void begin(
      SourceSetup setup,
      Connection catalog,
      Connection replication,
      LogPosition from,
      Optional<String> exported)
      throws SQLException {
    var names =
        setup.tables().stream()
            .map(SourceSetup.SourceTable::name)
            .collect(Collectors.toUnmodifiableSet());
    var relations =
        new RelationCatalog(
            names,
            Set.copyOf(settings.source().includeColumns()),
            Set.copyOf(settings.source().excludeColumns()),
            settings.source().primaryKeyColumn(),
            new ValueForms(catalog));
    var envelope = settings.envelope(setup.database());
    var snapshot = Optional.<Snapshot>empty();
    if (wantsSnapshot()) {
      var rows = settings.connect();
      Snapshot.begin(rows, exported);
      // Interrupted, a snapshot of `always` leaves the position of the changes as it is.
      boolean first = given.isEmpty() || given.get().snapshot().isPresent();
      var during = first ? from.during(from.snapshot().orElse(List.of())) : from;
      snapshot =
          Optional.of(new Snapshot(rows, setup.tables(), relations, envelope, during, progress));
    }
    var opened =
        new ChangeSession(
            settings, catalog, replication, snapshot, relations, envelope, from, progress, watch);
    session = Optional.of(opened);
    if (closed) {
      opened.close();
    }
  }

  private SnapshotMode mode() {
    return settings.source().snapshotMode();
  }

  private boolean wantsSnapshot() {
    return switch (mode()) {
      case NEVER -> false;
      case INITIAL -> given.isEmpty() || given.get().snapshot().isPresent();
      case ALWAYS -> !snapshotTaken;
    };
  }

  @Override
  public Optional<Batch> next(Duration patience) throws UnavailableException, InterruptedException {
    open();
    var current = session.orElseThrow();
    try {
      var batch = current.next(patience);
      snapshotTaken |= current.isBehindSnapshot();
      given = Optional.of(current.position());
      return batch;
    } catch (SQLException e) {
      current.close();
      session = Optional.empty();
      throw settings.problems().judge(e);
    }
  }

  @Override
  public boolean isExhausted() {
    return session.filter(ChangeSession::isExhausted).isPresent();
  }

  @Override
  public List<SourceConnector.Gauge> gauges() {
    return watch.gauges();
  }

  @Override
  public void close() {
    closed = true;
    session.ifPresent(ChangeSession::close);
  }
}
