package io.dataflow.runtime.connector.polling.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlPrepareStatementStrategy;

/// Gives camel-sql the statement of each poll, with the position and the horizon as its parameters.
/// What stands in the endpoint's URI is a label: a user's SQL in a URI would need escapes of its
/// own.
final class CursorStatement implements SqlPrepareStatementStrategy {
  private final PolledRelation relation;

  CursorStatement(PolledRelation relation) {
    this.relation = relation;
  }

  @Override
  public String prepareQuery(String label, boolean allowNamedParameters, Exchange exchange) {
    return relation.known().sql(relation.stretch());
  }

  @Override
  public Iterator<?> createPopulateIterator(
      String label, String sql, int expected, Exchange exchange, Object value) {
    return relation.known().values(relation.stretch()).iterator();
  }

  @Override
  public void populateStatement(PreparedStatement statement, Iterator<?> values, int expected)
      throws SQLException {
    for (int i = 1; values.hasNext(); i++) {
      statement.setString(i, (String) values.next());
    }
  }
}
