package io.dataflow.runtime.postgresql.source;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlPrepareStatementStrategy;

/// Gives camel-sql the statement of each poll, with the position as its parameters. What stands in
/// the endpoint's URI is a label: a user's SQL in a URI would need escapes of its own.
final class CursorStatement implements SqlPrepareStatementStrategy {
  private final Supplier<Select> select;
  private final Progress progress;

  CursorStatement(Supplier<Select> select, Progress progress) {
    this.select = select;
    this.progress = progress;
  }

  @Override
  public String prepareQuery(String label, boolean allowNamedParameters, Exchange exchange) {
    return select.get().sql(progress.sent());
  }

  @Override
  public Iterator<?> createPopulateIterator(
      String label, String sql, int expected, Exchange exchange, Object value) {
    return select.get().values(progress.sent()).iterator();
  }

  @Override
  public void populateStatement(PreparedStatement statement, Iterator<?> values, int expected)
      throws SQLException {
    for (int i = 1; values.hasNext(); i++) {
      statement.setString(i, (String) values.next());
    }
  }
}
