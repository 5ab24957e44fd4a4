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
import io.dataflow.api.model.NoEffect;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.rule.Needs;
import io.dataflow.api.model.rule.OnlyWith;
import io.dataflow.api.model.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes a table through Trino.
@Doc("Writes a table of any catalog of a Trino, a batch a statement.")
@OnlyWith(key = "flattenMetadataColumnsPrefix", with = "flattenMetadataColumns")
@OnlyWith(key = "conflictKey", with = "upsertMode")
@Needs(key = "upsertMode", needs = "conflictKey", because = "a table of Trino's has no key")
@Needs(
    key = "flattenMetadataColumns",
    needs = "rawMode",
    because = "otherwise no metadata is written")
public record TrinoSink(
    @Doc(value = "Address of the coordinator.", example = "https://trino:8443")
        @Brief
        @FromSecret
        @AtMost(Bounds.ADDRESSES)
        String serverURL,
    @Doc(value = "Catalog of the table.", example = "iceberg") @Brief @FromSecret String catalog,
    @Doc(value = "Schema of the table.", example = "shop") @Brief @FromSecret String schema,
    @Doc(value = "The table to write to.", example = "orders") @FromSecret String table,
    @Doc("Who statements run as: `dataflow-operator`, or the name in `basicAuth`, when left out.")
        Optional<String> user,
    @Doc("Login by name and password.") @Brief Optional<BasicAuth> basicAuth,
    @Doc("Login by token.") @Brief Optional<Keycloak> keycloak,
    @Doc("Encryption; only with `https`. Without it the system's own authorities are trusted.")
        Optional<Tls> tls,
    @Doc("Rows of one statement, at most; left out or 0: whatever one read brought.")
        @Range(min = 0)
        Optional<Integer> batchSize,
    @Doc("Seconds that a record may wait for its batch to fill, at most.")
        @NoEffect("no record waits for others, so every interval is kept")
        @Range(min = 0)
        Optional<Integer> batchFlushIntervalSeconds,
    @Doc("Seconds that a statement may take, at most; 0 or less means 300.") @Default("600")
        int queryTimeoutSeconds,
    @Doc("Create the table from the first batch when it is missing.") @Default("false")
        boolean autoCreateTable,
    @Doc("Write the whole body into the column `data`, its metadata into `_metadata`.")
        @Default("false")
        boolean rawMode,
    @Doc("Write each piece of metadata into a column of its own, in place of `_metadata`.")
        @Default("false")
        boolean flattenMetadataColumns,
    @Doc(
            value = "What the names of these columns begin with; nothing when left out.",
            example = "kafka_")
        @AtMost(63)
        Optional<String> flattenMetadataColumnsPrefix,
    @Doc("Update the row when its key is there already, by MERGE: the catalog must be an Iceberg.")
        @Default("false")
        boolean upsertMode,
    @Doc(value = "Column or columns that identify a row.", example = "id, region") @AtMost(512)
        Optional<String> conflictKey)
    implements Sink, TrinoConnection {
  private static final int TIMEOUT = 300;

  /// How long a statement may take, in seconds.
  public int timeoutSeconds() {
    return queryTimeoutSeconds <= 0 ? TIMEOUT : queryTimeoutSeconds;
  }

  /// What the columns for pieces of metadata begin with; empty when there are none.
  public Optional<String> metadataPrefix() {
    return flattenMetadataColumns
        ? Optional.of(flattenMetadataColumnsPrefix.orElse(""))
        : Optional.empty();
  }

  /// The columns of [#conflictKey].
  public List<String> conflictColumns() {
    return conflictKey.stream()
        .flatMap(text -> Stream.of(text.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  @Override
  public boolean takesRepeats() {
    return upsertMode;
  }

  @Rule(
      path = "catalog",
      message =
          "no catalog whose name has `iceberg` in it, and `upsertMode` needs MERGE, which Iceberg"
              + " tables can. Write into one, or remove `upsertMode`.")
  boolean merges() {
    return !upsertMode || catalog.isBlank() || catalog.toLowerCase(Locale.ROOT).contains("iceberg");
  }

  @Rule(
      cel =
          "!has(self.conflictKey) || self.conflictKey.trim() == ''"
              + " || !self.conflictKey.matches('(^|,)\\\\s*(,|$)')",
      path = "conflictKey",
      message = "an empty column name. Write `a` or `a, b`.")
  boolean namesEachColumn() {
    return !conflictColumns().contains("");
  }
}
