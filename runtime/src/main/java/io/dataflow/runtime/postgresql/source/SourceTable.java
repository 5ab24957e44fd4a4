package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.postgresql.ConnectionString;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The source's relation: how it is read, once it is known that it can be.
final class SourceTable {
  private final PostgresqlSource source;
  private final ConnectionString database;
  private final Progress progress;
  private final Relation relation;
  private final SourceProblems problems;
  private volatile Optional<Select> known = Optional.empty();

  SourceTable(PostgresqlSource source, ConnectionString database, Progress progress) {
    this.source = source;
    this.database = database;
    this.progress = progress;
    this.relation = Relation.of(source);
    this.problems = new SourceProblems(database.toString(), relation);
  }

  /// How it is read; the first time, after a look whether it can be.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when it cannot
  Select select() throws UnavailableException {
    if (known.isEmpty()) {
      var stored = progress.load();
      try (var connection = database.connect()) {
        var catalog = new Catalog(connection, relation);
        known = Optional.of(new SourceCheck(source, relation, catalog, problems).select(stored));
      } catch (SQLException e) {
        switch (problems.of(e)) {
          case SqlFailure.Temporary temporary -> throw temporary.exception();
          case SqlFailure.Permanent permanent -> throw permanent.exception();
        }
      }
    }
    return known.get();
  }

  /// How it is read, when it is known already.
  Select known() {
    return known.orElseThrow();
  }

  /// What the poll that runs now reads.
  Reading reading(SourceEvents events, BooleanSupplier stopping) {
    var limit = ChunkLimit.of(source.readBatchSize());
    return new Reading(known(), limit, source.table(), progress, events, stopping);
  }

  /// The failure of the database in what a poll has thrown; empty when the flow has thrown it.
  Optional<SqlFailure> failure(Throwable thrown) {
    return SqlFailure.in(thrown).map(problems::of);
  }
}
