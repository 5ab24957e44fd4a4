package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.polling.CursorColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What a database that is polled has of its own. With one of these, its record in `api`, a sample
/// and tests it is a source.
public interface SourceDialect {

  /// The name in YAML, which is also the name of the position: `postgresql`.
  String type();

  /// Connects; the caller closes.
  Connection connect() throws SQLException;

  /// Host and database, for people; never user or password.
  String address();

  /// Statements that each transaction begins with, so that what rows look like does not depend on
  /// anybody's settings and a query cannot write.
  String settings();

  /// An identifier as SQL takes it, whatever is in it.
  String quote(String name);

  /// The parts of a table's name as a manifest has it: `schema.table`.
  List<String> parts(String table);

  /// A user's SQL as a JDBC statement takes it: one statement, no semicolon at its end.
  ///
  /// @throws FlowException when it is more than one
  String statement(String query);

  /// A whole row as the JSON text of an object.
  String rowAsJson(String alias);

  /// A column's value as its exact text.
  String text(String reference);

  /// A parameter that the server reads as the column's own type from its exact text, so that no
  /// digit is lost on the way.
  String parameter(CursorColumn column);

  /// The condition for rows behind a position that has a value for each of these columns.
  default TupleComparison behind(List<String> references, List<String> parameters) {
    return TupleComparison.ofRows(references, parameters);
  }

  /// The condition for rows up to a position that has a value for each of these columns.
  default TupleComparison upTo(List<String> references, List<String> parameters) {
    return TupleComparison.ofRowsUpTo(references, parameters);
  }

  /// The end of a statement that brings that many rows and those of the last one's place: a page
  /// that ended between two rows of one place would lose the second of them.
  default String firstRowsWithTies(int rows) {
    return " FETCH FIRST " + rows + " ROWS WITH TIES";
  }

  /// What can be asked about the relation.
  SourceCatalog catalog(Connection connection, Relation relation);

  /// How far a poll may read, for a cursor whose rows may be committed late; empty when nothing can
  /// be said of that.
  Optional<Horizon> horizon(CursorColumn tracking);

  /// What the server or the driver says of an error; no row's values.
  String words(SQLException error);

  /// What an error means for the flow.
  PollFailure failure(SQLException error, SourceProblems problems);
}
