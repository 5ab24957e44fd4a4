package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.polling.Cursor;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.Position;
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
    PollingSettings settings,
    Relation relation,
    SourceDialect dialect,
    SourceCatalog catalog,
    SourceProblems problems) {
  private static final Logger LOG = LoggerFactory.getLogger(SourceCheck.class);

  /// How the relation is read from the stored position on.
  ///
  /// @param sinks what each sink has stored with its rows
  /// @throws FlowException when it cannot be
  Select select(Position stored, Map<String, JsonObject> sinks) throws SQLException {
    var objection = catalog.objection();
    if (objection.isPresent()) {
      throw problems.unfit(objection.get());
    }
    provideTable();
    var nullable = columns();
    var names = List.copyOf(nullable.keySet());
    if (settings.tracking().isEmpty()) {
      return whole(names);
    }
    var cursor = cursor(settings.tracking().get(), names);
    warnOfNulls(cursor.columns().stream().filter(column -> nullable.get(column.name())).toList());
    var select =
        new Select(
            dialect,
            relation,
            Optional.of(cursor),
            Optional.of(cursor.order()),
            settings.readBatchSize());
    new OnceCheck(select, catalog, problems).checkOrigins(sinks);
    checkPosition(stored, cursor);
    checkOrder(select, stored, cursor);
    return select;
  }

  /// Also for a query: it may read the table that is to be created.
  private void provideTable() throws SQLException {
    var table = settings.table().map(name -> new TableRelation(name, dialect));
    boolean needed = settings.autoCreateTable() || relation instanceof TableRelation;
    if (!needed || table.isEmpty() || catalog.exists(table.get())) {
      return;
    }
    if (!settings.autoCreateTable()) {
      throw problems.missing(
          catalog.similar(table.get()).map(name -> " There is `" + name + "`.").orElse(""));
    }
    var tracking = settings.tracking().orElse("updated_at");
    catalog.create(table.get(), tracking, settings.order());
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
    var order = settings.order();
    var id =
        names.contains(order)
            ? Optional.of(catalog.types(List.of(order)).get(order))
            : Optional.<CursorColumn>empty();
    return new Select(dialect, relation, Optional.empty(), id, 0);
  }

  private Cursor cursor(String tracking, List<String> names) throws SQLException {
    var order = settings.order();
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
      catalog.prepare(select.sql(Stretch.behind(stored)));
    } catch (SQLException e) {
      throw known(e, problems.noOrder(cursor, dialect.words(e), e));
    }
  }

  /// The better description of an error that will stay; one that passes is thrown as it is.
  private FlowException known(SQLException error, FlowException description) throws SQLException {
    return switch (dialect.failure(error, problems)) {
      case PollFailure.Permanent permanent -> description;
      case PollFailure.Temporary temporary -> throw error;
    };
  }

  private void warnOfNulls(List<CursorColumn> columns) throws SQLException {
    if (!columns.isEmpty() && catalog.hasNull(columns)) {
      LOG.warn(
          "source {}: {} has rows without a value in {}. They have no place in the order of"
              + " changes and are not read. Fill the column, or name another in"
              + " `changeTrackingColumn` and `orderByColumn`.",
          dialect.type(),
          relation.name(),
          columns.stream()
              .map(column -> "`" + column.name() + "`")
              .collect(Collectors.joining(" or ")));
    }
  }
}
