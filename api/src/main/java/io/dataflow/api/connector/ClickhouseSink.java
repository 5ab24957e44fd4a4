package io.dataflow.api.connector;

import io.dataflow.api.connector.option.TableEngine;
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

/// Writes a ClickHouse table.
@Doc("Writes a ClickHouse table, a batch an INSERT.")
@OnlyWith(key = "flattenMetadataColumnsPrefix", with = "flattenMetadataColumns")
@Needs(
    key = "flattenMetadataColumns",
    needs = "rawMode",
    because = "otherwise no metadata is written")
public record ClickhouseSink(
    @Doc(
            value = "The address of its HTTP interface.",
            example = "http://user:password@host:8123/database")
        @FromSecret
        Secret connectionString,
    @Doc(value = "The table to write to.", example = "shop.orders") @FromSecret String table,
    @Doc("Rows of one INSERT, at most; left out or 0: whatever one read brought.") @Range(min = 0)
        Optional<Integer> batchSize,
    @Doc("Seconds that a record may wait for its batch to fill, at most.")
        @NoEffect("no record waits for others, so every interval is kept")
        @Range(min = 0)
        Optional<Integer> batchFlushIntervalSeconds,
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
    @Doc("Write into a ReplacingMergeTree, which keeps the newest row of each key.")
        @Default("false")
        boolean upsertMode,
    @Doc(
            value =
                "Sorting key of the table, which is the key of the upsert; of a table to be created"
                    + " the first field when left out.",
            example = "id, region")
        @AtMost(512)
        Optional<String> conflictKey,
    @Doc("Engine of a table to be created: by `upsertMode` when left out.")
        Optional<TableEngine> tableEngine,
    @Doc(
            value = "Column whose largest value makes a row the newest; else the last one written.",
            example = "updated_at")
        @AtMost(63)
        Optional<String> replacingVersionColumn)
    implements Sink, ClickhouseConnection {

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

  /// Whether a table to be created keeps one row of each key.
  public boolean replaces() {
    return upsertMode || tableEngine.filter(TableEngine.REPLACING_MERGE_TREE::equals).isPresent();
  }

  @Override
  public boolean takesRepeats() {
    return upsertMode;
  }

  @Rule(
      cel =
          "!has(self.rawMode) || !self.rawMode || !has(self.upsertMode) || !self.upsertMode"
              + " || has(self.conflictKey) && self.conflictKey.trim() != ''",
      path = "conflictKey",
      message =
          "missing: a row of `rawMode` has no key of its own. Name columns of the table, or leave"
              + " `upsertMode` out.")
  boolean hasKeyOfRawRows() {
    return !rawMode || !upsertMode || conflictKey.isPresent();
  }

  @Rule(
      cel =
          "!has(self.upsertMode) || !self.upsertMode || !has(self.tableEngine)"
              + " || self.tableEngine.trim() != 'MergeTree'",
      path = "tableEngine",
      message =
          "`MergeTree` keeps all rows, and `upsertMode` asks for one of each key. Write"
              + " `ReplacingMergeTree`, or remove one of them.")
  boolean hasAnEngineThatReplaces() {
    return !upsertMode || tableEngine.filter(TableEngine.MERGE_TREE::equals).isEmpty();
  }

  @Rule(
      path = "replacingVersionColumn",
      message =
          "has no effect without `upsertMode` or `tableEngine: ReplacingMergeTree`. Add one of them"
              + " or remove it.",
      warning = true)
  boolean usesItsVersion() {
    return replacingVersionColumn.isEmpty() || replaces();
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
