package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.runtime.connector.FlowException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the manifest with the database before the first row is read, so that what can never
/// work is said in the words of the manifest.
record SourceCheck(
    PostgresqlSource source, Relation relation, Catalog catalog, SourceProblems problems) {
  /// The first that can end a page with all rows of a place (`WITH TIES`).
  private static final int OLDEST_VERSION = 13;

  private static final Logger LOG = LoggerFactory.getLogger(SourceCheck.class);

  /// How the relation is read from the stored position on.
  ///
  /// @throws FlowException when it cannot be
  Select select(Position stored) throws SQLException {
    if (catalog.version() < OLDEST_VERSION) {
      throw problems.tooOld(catalog.version(), OLDEST_VERSION);
    }
    provideTable();
    var nullable = columns();
    var names = List.copyOf(nullable.keySet());
    if (source.trackingColumn().isEmpty()) {
      return whole(names);
    }
    var cursor = cursor(source.trackingColumn().get(), names);
    warnOfNulls(cursor.columns().stream().filter(column -> nullable.get(column.name())).toList());
    var select =
        new Select(
            relation, Optional.of(cursor), Optional.of(cursor.order()), source.readBatchSize());
    checkPosition(stored, cursor);
    checkOrder(select, stored, cursor);
    return select;
  }

  /// Also for a query: it may read the table that is to be created.
  private void provideTable() throws SQLException {
    var table = source.table().map(Table::new);
    boolean needed = source.autoCreateTable() || relation instanceof Table;
    if (!needed || table.isEmpty() || catalog.exists(table.get())) {
      return;
    }
    if (!source.autoCreateTable()) {
      throw problems.missing(
          catalog.similar(table.get()).map(name -> " There is `" + name + "`.").orElse(""));
    }
    var tracking = source.trackingColumn().orElse("updated_at");
    catalog.create(table.get(), tracking, source.orderByColumn());
  }

  /// The columns in their order, and for each whether it may be null.
  private Map<String, Boolean> columns() throws SQLException {
    var columns = new LinkedHashMap<String, Boolean>();
    for (var column : catalog.columns()) {
      if (columns.put(column.getKey(), column.getValue()) != null) {
        throw problems.twoColumns(column.getKey());
      }
    }
    return columns;
  }

  /// Without a cursor every poll reads everything, and the key is metadata alone, if it is there.
  private Select whole(List<String> names) throws SQLException {
    var order = source.orderByColumn();
    var id =
        names.contains(order)
            ? Optional.of(catalog.types(List.of(order)).get(order))
            : Optional.<Column>empty();
    return new Select(relation, Optional.empty(), id, 0);
  }

  private Cursor cursor(String tracking, List<String> names) throws SQLException {
    var order = source.orderByColumn();
    if (!names.contains(tracking)) {
      throw problems.noColumn("changeTrackingColumn", tracking, names);
    }
    if (!names.contains(order)) {
      throw problems.noColumn("orderByColumn", order, names);
    }
    var types = catalog.types(Stream.of(tracking, order).distinct().toList());
    return new Cursor(types.get(tracking), types.get(order));
  }

  private void checkPosition(Position stored, Cursor cursor) throws SQLException {
    var columns = cursor.stated(stored);
    var values = cursor.values(stored);
    for (int i = 0; i < values.size(); i++) {
      try {
        catalog.read(columns.get(i), values.get(i));
      } catch (SQLException e) {
        throw known(e, problems.foreignPosition(columns.get(i), values.get(i), e));
      }
    }
  }

  private void checkOrder(Select select, Position stored, Cursor cursor) throws SQLException {
    try {
      catalog.prepare(select.sql(stored));
    } catch (SQLException e) {
      throw known(e, problems.noOrder(cursor, e));
    }
  }

  /// The better description of an error that will stay; one that passes is thrown as it is.
  private static FlowException known(SQLException error, FlowException description)
      throws SQLException {
    if (SqlFailure.isPermanent(error)) {
      return description;
    }
    throw error;
  }

  private void warnOfNulls(List<Column> columns) throws SQLException {
    if (!columns.isEmpty() && catalog.hasNull(columns)) {
      LOG.warn(
          "source postgresql: {} has rows without a value in {}. They have no place in the order of"
              + " changes and are not read. Fill the column, or name another in"
              + " `changeTrackingColumn` and `orderByColumn`.",
          relation.name(),
          columns.stream()
              .map(column -> "`" + column.name() + "`")
              .collect(Collectors.joining(" or ")));
    }
  }
}
