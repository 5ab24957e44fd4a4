package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.SourceSample;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.Operation;
import io.dataflow.runtime.connector.polling.Position;
import io.dataflow.runtime.connector.polling.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest rows of a polled database, by the same checks, statement and row reader as a poll's,
/// in one transaction that may only read. Without a cursor no row is newer than another, and the
/// server's first ones are taken.
public record RelationSample(PollingSettings settings, SourceDialect dialect)
    implements SourceSample {

  @Override
  public List<Message> newest(int count) throws UnavailableException {
    var relation = Relation.of(settings, dialect);
    try (var database = new KeptConnection(dialect)) {
      var select = select(relation);
      if (select.isEmpty()) {
        return List.of();
      }
      try (var connection = database.getConnection()) {
        return rows(connection, select.get(), count);
      }
    } catch (SQLException e) {
      throw switch (dialect.failure(e, new SourceProblems(dialect.address(), relation))) {
        case PollFailure.Temporary temporary -> temporary.exception();
        case PollFailure.Permanent permanent -> throw permanent.exception();
      };
    }
  }

  /// How the relation is read; empty when the flow would create its table first.
  private Optional<Select> select(Relation relation) throws SQLException {
    var problems = new SourceProblems(dialect.address(), relation);
    try (var connection = dialect.connect()) {
      var catalog = dialect.catalog(connection, relation);
      if (settings.autoCreateTable()
          && settings.table().isPresent()
          && !catalog.exists(new TableRelation(settings.table().get(), dialect))) {
        return Optional.empty();
      }
      var check = new SourceCheck(settings, relation, dialect, catalog, problems);
      return Optional.of(check.select(Position.START, Map.of()));
    }
  }

  private List<Message> rows(Connection connection, Select select, int count) throws SQLException {
    var reader = new RowReader(count);
    var messages = new ArrayList<Message>();
    try (var statement = connection.prepareStatement(select.newest(count))) {
      statement.setMaxRows(count);
      statement.setFetchSize(1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var row = reader.mapRow(rows, messages.size());
          messages.add(
              Reading.message(row, select.id(), Map.of(), settings.table(), Operation.INSERT));
        }
      }
    }
    if (select.cursor().isPresent()) {
      Collections.reverse(messages);
    }
    return messages;
  }
}
