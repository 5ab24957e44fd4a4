package io.dataflow.api.connector;

import io.dataflow.api.connector.option.UpsertStrategy;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.NoEffect;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.rule.Needs;
import io.dataflow.api.model.rule.OnlyWith;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes a PostgreSQL table.
@Doc("Writes a PostgreSQL table, a batch a transaction.")
@OnlyWith(key = "conflictKey", with = "upsertMode")
@OnlyWith(key = "flattenMetadataColumnsPrefix", with = "flattenMetadataColumns")
@Needs(
    key = "flattenMetadataColumns",
    needs = "rawMode",
    because = "otherwise no metadata is written")
@Needs(
    key = "softDeleteColumn",
    needs = "upsertMode",
    because = "the row of a deletion is found by its key")
@Needs(
    key = "hardDelete",
    needs = "upsertMode",
    because = "the row of a deletion is found by its key")
@Needs(key = "upsertStrategy", at = "ifNewer", needs = "upsertVersionColumn")
@Needs(key = "upsertStrategy", at = "ifNewer", needs = "upsertMode")
public record PostgresqlSink(
    @Doc(
            value = "The connection, as URL or as `key=value` pairs.",
            example = "postgres://user:password@host:5432/database?sslmode=require")
        @FromSecret
        Secret connectionString,
    @Doc(value = "The table to write to.", example = "public.orders") @FromSecret String table,
    @Doc("Rows of one transaction, at most; left out or 0: whatever one read brought.")
        @Range(min = 0)
        Optional<Integer> batchSize,
    @Doc("Seconds that a record may wait for its batch to fill, at most.")
        @NoEffect("no record waits for others, so every interval is kept")
        @Range(min = 0)
        Optional<Integer> batchFlushIntervalSeconds,
    @Doc("Create the table from the first batch when it is missing.") @Default("false")
        boolean autoCreateTable,
    @Doc("Add a column for a field that the table has none for, in place of rejecting the record.")
        @Default("false")
        boolean addMissingColumns,
    @Doc(
            "Write the whole body into the column `data` and what is known of the message into"
                + " `_metadata`, in place of a column for each field.")
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
    @Doc("Update the row when its key is there already, instead of keeping the old one.")
        @Default("false")
        boolean upsertMode,
    @Doc(
            value = "Column or columns that identify a row; the primary key when left out.",
            example = "id, region")
        @AtMost(512)
        Optional<String> conflictKey,
    @Doc("Which message updates a row that is there already.") @Default("always")
        UpsertStrategy upsertStrategy,
    @Doc(
            value = "Column whose value grows with every change of a row, for `ifNewer`.",
            example = "updated_at")
        @AtMost(63)
        Optional<String> upsertVersionColumn,
    @Doc(
            value =
                "Column that gets the time when a message with the metadata `operation` = `delete`"
                    + " comes; the row stays.",
            example = "deleted_at")
        @AtMost(63)
        Optional<String> softDeleteColumn,
    @Doc("Delete the row when a message with the metadata `operation` = `delete` comes.")
        @Default("false")
        boolean hardDelete,
    @Doc(
            "Encryption with certificates from files or Secrets; the server's must be for its host"
                + " and by an authority in `caFile`.")
        Optional<Tls> tls)
    implements Sink, PostgresqlConnection {

  /// A sink with what the connection string alone says of encryption.
  public PostgresqlSink(
      Secret connectionString,
      String table,
      Optional<Integer> batchSize,
      int batchFlushIntervalSeconds,
      boolean autoCreateTable,
      boolean upsertMode,
      Optional<String> conflictKey) {
    this(
        connectionString,
        table,
        batchSize,
        Optional.of(batchFlushIntervalSeconds),
        autoCreateTable,
        false,
        false,
        false,
        Optional.empty(),
        upsertMode,
        conflictKey,
        UpsertStrategy.ALWAYS,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /// The column of the version, when only a larger one updates a row.
  public Optional<String> versionColumn() {
    return upsertStrategy == UpsertStrategy.IF_NEWER ? upsertVersionColumn : Optional.empty();
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

  @Rule(
      cel =
          "!has(self.rawMode) || !self.rawMode || !has(self.upsertMode) || !self.upsertMode"
              + " || has(self.conflictKey) && self.conflictKey.trim() != ''",
      path = "conflictKey",
      message =
          "missing: a row of `rawMode` has no key of its own. Name the columns of a unique index,"
              + " or leave `upsertMode` out.")
  boolean hasKeyOfRawRows() {
    return !rawMode || !upsertMode || conflictKey.isPresent();
  }

  @Rule(
      cel =
          "!has(self.hardDelete) || !self.hardDelete"
              + " || !has(self.softDeleteColumn) || self.softDeleteColumn.trim() == ''",
      path = "hardDelete",
      message = "not possible with `softDeleteColumn`. Remove one of them.")
  boolean deletesInOneWay() {
    return !hardDelete || softDeleteColumn.isEmpty();
  }

  @Rule(
      cel =
          "!has(self.addMissingColumns) || !self.addMissingColumns"
              + " || !has(self.rawMode) || !self.rawMode",
      path = "addMissingColumns",
      message = "not possible with `rawMode`, whose columns are always the same. Remove it.")
  boolean growsByFields() {
    return !addMissingColumns || !rawMode;
  }

  @Rule(
      path = "upsertVersionColumn",
      message = "has no effect without `upsertStrategy: ifNewer`. Add that or remove it.",
      warning = true)
  boolean usesItsVersion() {
    return upsertVersionColumn.isEmpty() || upsertStrategy == UpsertStrategy.IF_NEWER;
  }

  @Override
  public boolean takesRepeats() {
    return upsertMode;
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
