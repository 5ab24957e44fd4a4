package io.dataflow.api.connector;

import io.dataflow.api.connector.option.EnvelopeFormat;
import io.dataflow.api.connector.option.SnapshotMode;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.Name;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.Only;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Follows the changes of PostgreSQL tables by logical replication.
@Name("postgresql-cdc")
@Doc("Follows inserts, updates and deletes of PostgreSQL tables, by logical replication.")
public record PostgresqlCdcSource(
    @Doc(
            value = "The connection, as URL or as `key=value` pairs, of a user with `REPLICATION`.",
            example = "postgres://user:password@host:5432/database?sslmode=require")
        @FromSecret
        Secret connectionString,
    @Doc(
            "Encryption with certificates from files or Secrets; the server's must be for its host"
                + " and by an authority in `caFile`.")
        Optional<Tls> tls,
    @Doc(
            value = "The replication slot: the server keeps what its reader has not acknowledged.",
            example = "dataflow_orders")
        @FromSecret
        @Matching(
            value = "\\s*[a-z0-9_]{1,63}\\s*",
            otherwise =
                "is no name of a slot. Use lower-case letters, digits and `_`, at most 63 of them.")
        String slotName,
    @Doc(value = "The publication that has the tables.", example = "dataflow_orders") @FromSecret
        String publicationName,
    @Doc(value = "The tables to follow.", example = "[public.orders]") @NotEmpty
        List<String> tables,
    @Doc("Whether the rows that are there already are read before the changes.") @Default("initial")
        SnapshotMode snapshotMode,
    @Doc("Create the slot when it is missing.") @Default("true") boolean createSlotIfNotExists,
    @Doc("Create the publication, of `tables`, when it is missing.") @Default("true")
        boolean createPublicationIfNotExists,
    @Doc("The server's output plugin.") @Default("pgoutput") @Only("pgoutput") String plugin,
    @Doc(
            "Seconds between two confirmations while nothing changes; they let the server discard"
                + " what other tables have written. 0 sends none.")
        @Default("10")
        @Range(min = 0)
        int heartbeatIntervalSeconds,
    @Doc("Column of the metadata `id`.") @Default("id") String primaryKeyColumn,
    @Doc("Columns to read; all when left out.") @Default("[]") List<String> includeColumns,
    @Doc("Columns to leave out.") @Default("[]") List<String> excludeColumns,
    @Doc("What the body of a change is.") @Default("row") EnvelopeFormat envelopeFormat)
    implements Source, PostgresqlConnection {

  @Override
  public boolean polls() {
    return true;
  }

  @Rule(
      path = "excludeColumns",
      message = "a column stands in `includeColumns` too. Leave it out of one of the two.")
  boolean knowsWhatToLeaveOut() {
    return Collections.disjoint(includeColumns, excludeColumns);
  }

  @Rule(path = "tables", message = "a table stands there twice. Leave one out.")
  boolean namesEachTableOnce() {
    return new HashSet<>(tables).size() == tables.size();
  }
}
