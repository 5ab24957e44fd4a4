package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.option.EnvelopeFormat;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.ConnectionString;
import io.dataflow.runtime.postgresql.cdc.change.DebeziumEnvelope;
import io.dataflow.runtime.postgresql.cdc.change.Envelope;
import io.dataflow.runtime.postgresql.cdc.change.KeyMoves;
import io.dataflow.runtime.postgresql.cdc.change.RowEnvelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGProperty;

/// What the manifest says, and connections of that.
///
/// @param tables as in the manifest
record CdcSettings(
    PostgresqlCdcSource source,
    ConnectionString database,
    List<TableName> tables,
    CdcProblems problems) {
  /// What values look like must not depend on the server's, the database's or the user's settings.
  private static final String FORMS =
      "SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres';"
          + " SET bytea_output = 'hex'; SET extra_float_digits = 1";

  /// @throws io.dataflow.runtime.connector.FlowException when the manifest makes no sense
  static CdcSettings of(PostgresqlCdcSource source) {
    var database = ConnectionString.of(source);
    var tables = source.tables().stream().map(TableName::parse).toList();
    return new CdcSettings(source, database, tables, new CdcProblems(database.toString()));
  }

  /// A connection for statements.
  Connection connect() throws SQLException {
    return prepared(database.connect());
  }

  /// A connection for replication; the server knows it by the name of the slot.
  Connection connectForReplication() throws SQLException {
    return prepared(
        database
            .withDefault(PGProperty.REPLICATION.getName(), "database")
            .withDefault(PGProperty.PREFER_QUERY_MODE.getName(), "simple")
            .withDefault(PGProperty.ASSUME_MIN_SERVER_VERSION.getName(), "10")
            .connect());
  }

  private static Connection prepared(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(FORMS);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The form of the records. Used by one thread.
  Envelope envelope(String databaseName) {
    var envelope =
        source.envelopeFormat() == EnvelopeFormat.ROW
            ? new RowEnvelope()
            : new DebeziumEnvelope(databaseName, slot());
    return new KeyMoves(envelope);
  }

  String slot() {
    return source.slotName().strip();
  }

  String publication() {
    return source.publicationName().strip();
  }
}
