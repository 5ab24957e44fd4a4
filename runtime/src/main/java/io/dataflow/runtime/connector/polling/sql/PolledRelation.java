package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.Progress;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/// What the source reads: how it is read, once it is known that it can be, and how far each poll
/// may go.
final class PolledRelation {
  private final PollingSettings settings;
  private final SourceDialect dialect;
  private final Progress progress;
  private final Relation relation;
  private final SourceProblems problems;
  private volatile Optional<Select> known = Optional.empty();
  private volatile Optional<Horizon> horizon = Optional.empty();
  private volatile Optional<String> limit = Optional.empty();

  PolledRelation(PollingSettings settings, SourceDialect dialect, Progress progress) {
    this.settings = settings;
    this.dialect = dialect;
    this.progress = progress;
    this.relation = Relation.of(settings, dialect);
    this.problems = new SourceProblems(dialect.address(), relation);
  }

  /// How it is read; the first time, after a look whether it can be.
  ///
  /// @throws FlowException when it cannot
  Select select() throws UnavailableException {
    if (known.isEmpty()) {
      var stored = progress.load();
      try (var connection = dialect.connect()) {
        var catalog = dialect.catalog(connection, relation);
        var check = new SourceCheck(settings, relation, dialect, catalog, problems);
        var select = check.select(stored, progress.stored());
        if (progress.isStoredBySinks()) {
          var once = new OnceCheck(select, catalog, problems);
          progress.ahead(once.ahead(stored, progress.stored()));
        }
        horizon = select.cursor().flatMap(cursor -> dialect.horizon(cursor.tracking()));
        known = Optional.of(select);
      } catch (SQLException e) {
        throw thrown(e);
      }
    }
    return known.get();
  }

  /// Asks how far the next poll may read.
  ///
  /// @throws FlowException when that cannot be asked
  void look(DataSource database) throws UnavailableException {
    if (horizon.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection()) {
      limit = Optional.of(horizon.get().limit(connection));
    } catch (SQLException e) {
      throw thrown(e);
    }
  }

  private UnavailableException thrown(SQLException error) {
    return switch (dialect.failure(error, problems)) {
      case PollFailure.Temporary temporary -> temporary.exception();
      case PollFailure.Permanent permanent -> throw permanent.exception();
    };
  }

  /// How it is read, when it is known already.
  Select known() {
    return known.orElseThrow();
  }

  /// What the poll reads that runs now.
  Stretch stretch() {
    return new Stretch(progress.sent(), progress.ahead().stream().findFirst(), limit);
  }

  /// Two rows were read that the cursor cannot tell apart.
  FlowException tied() {
    return problems.tied(known().cursor().orElseThrow());
  }

  /// Whether a poll without rows means that everything has been read.
  boolean isComplete() {
    return horizon.map(Horizon::isComplete).orElse(true);
  }

  /// The failure of the database in what a poll has thrown; empty when the flow has thrown it.
  Optional<PollFailure> failure(Throwable thrown) {
    return PollFailure.in(thrown).map(error -> dialect.failure(error, problems));
  }
}
