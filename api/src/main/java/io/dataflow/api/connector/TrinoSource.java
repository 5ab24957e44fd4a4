package io.dataflow.api.connector;

import io.dataflow.api.connector.security.BasicAuth;
import io.dataflow.api.connector.security.Keycloak;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Brief;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.rule.OneOf;
import java.util.Optional;

/// Polls a table or a query through Trino.
@Doc("Polls a Trino table or query for new and changed rows, by a cursor of two columns.")
@OneOf({"table", "query"})
public record TrinoSource(
    @Doc(value = "Address of the coordinator.", example = "https://trino:8443")
        @Brief
        @FromSecret
        @AtMost(Bounds.ADDRESSES)
        String serverURL,
    @Doc(value = "Catalog of the table.", example = "iceberg") @Brief @FromSecret String catalog,
    @Doc(value = "Schema of the table.", example = "shop") @Brief @FromSecret String schema,
    @Doc(value = "The table to read.", example = "orders") @FromSecret Optional<String> table,
    @Doc(value = "SQL to read instead of a table.", example = "SELECT * FROM orders WHERE paid")
        @AtMost(Bounds.LONG_TEXT)
        Optional<String> query,
    @Doc("Who statements run as: `dataflow-operator`, or the name in `basicAuth`, when left out.")
        Optional<String> user,
    @Doc("Login by name and password.") @Brief Optional<BasicAuth> basicAuth,
    @Doc("Login by token.") @Brief Optional<Keycloak> keycloak,
    @Doc("Encryption; only with `https`. Without it the system's own authorities are trusted.")
        Optional<Tls> tls,
    @Doc("Seconds between two polls.") @Default("5") @Range(min = 0) int pollInterval,
    @Doc("Rows of one read, at most; 0 sets no limit.") @Default("0") @Range(min = 0)
        int readBatchSize,
    @Doc("Column that grows with every change: `updated_at` in table mode when left out.")
        Optional<String> changeTrackingColumn,
    @Doc("Column that tells rows of the same change time apart.") @Default("id")
        String orderByColumn)
    implements Source, TrinoConnection {

  /// The first of the two cursor columns; empty in query mode without one: then the query is run
  /// anew at each poll.
  public Optional<String> trackingColumn() {
    return changeTrackingColumn.or(
        () -> query.isPresent() ? Optional.empty() : Optional.of("updated_at"));
  }

  @Override
  public boolean polls() {
    return true;
  }
}
