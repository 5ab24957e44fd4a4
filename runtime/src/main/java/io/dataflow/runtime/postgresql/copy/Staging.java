package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.stream.Collectors;

/// The temporary table into which rows are copied that may be there already. It has the columns
/// that records have had so far, and is made again only when one more is seen.
public final class Staging {
  /// The column with the order of the records; no table has one of this name.
  static final String ORDINAL = TableName.quote("dataflow ordinal");

  private final Session session;
  private Layout<PostgresqlTable> layout;
  private String columns = "";
  private int number;

  Staging(Session session) {
    this.session = session;
  }

  /// The temporary table's name for SQL; makes the table if there is none that fits.
  public String table(Layout<PostgresqlTable> wanted) throws SQLException {
    var set = wanted.seen();
    if (layout != wanted || !columns.equals(set.names())) {
      if (number > 0) {
        session.execute("DROP TABLE IF EXISTS " + name());
      }
      number++;
      session.execute(create(wanted, set));
      layout = wanted;
      columns = set.names();
    }
    return name();
  }

  /// Forgets the rows of a transaction that goes on, so that nobody has to look through them.
  public void empty() throws SQLException {
    if (!columns.isEmpty()) {
      session.execute("TRUNCATE " + name());
    }
  }

  /// The transaction in which it may have been made was undone, and it with it.
  public void forget() {
    columns = "";
  }

  private String name() {
    return "pg_temp.dataflow_stage_" + number;
  }

  private String create(Layout<PostgresqlTable> wanted, ColumnSet set) {
    var definitions =
        set.columns().stream()
            .map(column -> definition(column, wanted))
            .collect(Collectors.joining(", "));
    return "CREATE TEMPORARY TABLE %s (%s, %s bigint) ON COMMIT DELETE ROWS"
        .formatted(name().substring("pg_temp.".length()), definitions, ORDINAL);
  }

  private static String definition(Column column, Layout<PostgresqlTable> wanted) {
    // What is refused here already has a line number, and need not be looked for. The rows of an
    // upsert leave columns out, and those are null here.
    boolean always = wanted.conflictKey().isEmpty() || wanted.conflictKey().contains(column);
    var notNull = always && wanted.table().refusesNull(column) ? " NOT NULL" : "";
    return column.quotedName() + " " + column.definition() + notNull;
  }
}
