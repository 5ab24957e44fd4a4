package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.copy.Session;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table in which flows keep the positions of their sources, beside the rows that came of them:
/// one row for each flow, sink and partition of the source.
///
/// @param flow namespace and name
/// @param sink the sink's route id: `sink:main`
record PositionsTable(TableName name, String flow, String sink) {
  private static final String COLUMNS =
      """
      (flow text NOT NULL, sink text NOT NULL, source_partition text NOT NULL, position json,
      owner text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (flow, sink, source_partition))\
      """;

  /// Refused for want of a right, or of a schema.
  private static final Set<String> NOT_ALLOWED = Set.of("42501", "3F000");

  /// What two creators of the same table get from each other.
  private static final Set<String> CREATED_MEANWHILE = Set.of("23505", "42P07", "42710");

  /// What is stored for a partition.
  ///
  /// @param owner who took it last
  /// @param position empty when nothing has been stored since it was first taken
  record Row(String partition, String owner, Optional<JsonObject> position) {}

  /// Creates the table if it is missing, and looks whether it can be used.
  ///
  /// @return the table by the name that it has in the database
  /// @throws FlowException when it cannot
  PositionsTable open(Session session, PostgresqlProblem problem) throws SQLException {
    try {
      var there = session.describe(name).map(PostgresqlTable::name);
      if (there.isEmpty()) {
        create(session);
      }
      var actual = new PositionsTable(there.orElse(name), flow, sink);
      actual.check(session);
      return actual;
    } catch (SQLException e) {
      throw refused(e, problem);
    }
  }

  private void check(Session session) throws SQLException {
    session.execute(
        "UPDATE " + name.quoted() + " SET position = position, owner = owner WHERE false");
    session.execute(
        ("INSERT INTO %1$s (flow, sink, source_partition, owner)"
                + " SELECT flow, sink, source_partition, owner FROM %1$s WHERE false")
            .formatted(name.quoted()));
  }

  private void create(Session session) throws SQLException {
    try {
      session.execute("CREATE TABLE IF NOT EXISTS " + name.quoted() + " " + COLUMNS);
    } catch (SQLException e) {
      if (!CREATED_MEANWHILE.contains(e.getSQLState())) {
        throw e;
      }
    }
  }

  private SQLException refused(SQLException e, PostgresqlProblem problem) {
    if (NOT_ALLOWED.contains(e.getSQLState())) {
      throw problem.setup(
          ("`delivery: effectivelyOnce` keeps the source's positions in the table `%s`, and the"
                  + " user may not create or write it. Name another one in `spec.positionsTable`,"
                  + " or create it as its owner and let the user SELECT, INSERT and UPDATE:"
                  + " CREATE TABLE %s %s")
              .formatted(name, name, COLUMNS.replace("\n", " ")));
    }
    if ("42703".equals(e.getSQLState())) {
      throw problem.setup(
          "`%s` is no table of positions: it has other columns. Name another one in".formatted(name)
              + " `spec.positionsTable`.");
    }
    return e;
  }

  /// Makes these partitions the owner's, whoever had them. Waits until whoever had them has
  /// committed what he has stored.
  void take(Session session, String owner, Collection<String> partitions) throws SQLException {
    var sql =
        """
        INSERT INTO %s AS p (flow, sink, source_partition, owner)
        SELECT ?, ?, name, ? FROM unnest(?) AS t (name)
        ON CONFLICT (flow, sink, source_partition) DO UPDATE SET owner = EXCLUDED.owner
        """
            .formatted(name.quoted());
    session.execute("BEGIN; SET LOCAL lock_timeout = '10s'");
    try (var statement = session.prepare(sql)) {
      statement.setString(1, flow);
      statement.setString(2, sink);
      statement.setString(3, owner);
      statement.setArray(4, session.texts(partitions));
      statement.executeUpdate();
    } catch (SQLException e) {
      session.execute("ROLLBACK");
      throw e;
    }
    session.execute("COMMIT");
  }

  /// What is stored for these partitions.
  List<Row> rows(Session session, Collection<String> partitions) throws SQLException {
    var sql =
        """
        SELECT source_partition, owner, position FROM %s
        WHERE flow = ? AND sink = ? AND source_partition = ANY (?)
        """
            .formatted(name.quoted());
    try (var statement = session.prepare(sql)) {
      statement.setString(1, flow);
      statement.setString(2, sink);
      statement.setArray(3, session.texts(partitions));
      return rows(statement);
    }
  }

  private static List<Row> rows(PreparedStatement statement) throws SQLException {
    try (var result = statement.executeQuery()) {
      var rows = new ArrayList<Row>();
      while (result.next()) {
        var position =
            Optional.ofNullable(result.getString(3))
                .map(text -> (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        rows.add(new Row(result.getString(1), result.getString(2), position));
      }
      return rows;
    }
  }

  /// Stores positions by partition; false when not all of these partitions are the owner's.
  boolean store(Session session, String owner, Map<String, JsonObject> positions)
      throws SQLException {
    var sql =
        """
        UPDATE %s AS p SET position = t.position::json, updated_at = now()
        FROM unnest(?, ?) AS t (source_partition, position)
        WHERE p.flow = ? AND p.sink = ? AND p.owner = ?
        AND p.source_partition = t.source_partition
        """
            .formatted(name.quoted());
    try (var statement = session.prepare(sql)) {
      statement.setArray(1, session.texts(positions.keySet()));
      statement.setArray(
          2, session.texts(positions.values().stream().map(JsonObject::toString).toList()));
      statement.setString(3, flow);
      statement.setString(4, sink);
      statement.setString(5, owner);
      return statement.executeUpdate() == positions.size();
    }
  }

  /// The table's name for people.
  @Override
  public String toString() {
    return name.toString();
  }
}
