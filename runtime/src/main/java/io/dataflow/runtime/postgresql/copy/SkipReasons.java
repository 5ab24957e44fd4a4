package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.postgresql.encode.CopyUnescaping;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What is wrong with the values for which COPY has skipped rows. It tells only which they are, so
/// the server is asked once more, for all of them at once.
///
/// @param layout of the rows
/// @param messages that were written together
record SkipReasons(Session session, Layout<PostgresqlTable> layout, List<Message> messages) {
  private static final String QUESTION =
      """
      SELECT e.sql_error_code, e.message
      FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS given (value, name, place)
      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = ?::regclass AND a.attname = given.name
      CROSS JOIN LATERAL pg_catalog.pg_input_error_info(
        given.value, pg_catalog.format_type(a.atttypid, a.atttypmod)) AS e
      WHERE e.sql_error_code IS NOT NULL
      ORDER BY given.place\
      """;

  private static final String CHECK = "23514";
  private static final Pattern DOMAIN = Pattern.compile(" violates check constraint \"(.+)\"$");

  /// A value for which a row was skipped.
  ///
  /// @param message which of the messages it is in
  record Culprit(int message, Column column) {}

  /// What COPY would have said of each, had it not skipped it.
  ///
  /// @throws SQLException also when the server cannot say it of every one
  List<CopyFailedException> of(List<Culprit> culprits) throws SQLException {
    if (culprits.isEmpty()) {
      return List.of();
    }
    var reasons = new ArrayList<CopyFailedException>();
    try (var statement = session.prepare(QUESTION)) {
      statement.setArray(1, session.texts(culprits.stream().map(this::value).toList()));
      statement.setArray(2, session.texts(culprits.stream().map(it -> it.column.name()).toList()));
      statement.setString(3, layout.table().name().quoted());
      try (var rows = statement.executeQuery()) {
        while (rows.next() && reasons.size() < culprits.size()) {
          reasons.add(reason(culprits.get(reasons.size()), rows.getString(1), rows.getString(2)));
        }
      }
    }
    if (reasons.size() < culprits.size()) {
      throw new SQLException(
          "values of rows that COPY skips are accepted otherwise", SkippingCopy.UNSUPPORTED);
    }
    return reasons;
  }

  private String value(Culprit culprit) {
    var object = layout.row(messages.get(culprit.message));
    var plan = layout.plan(object.shape());
    int place = plan.set().columns().indexOf(culprit.column);
    var value = plan.values(object, session.buffers().value())[place];
    return CopyUnescaping.of(new String(value, StandardCharsets.UTF_8));
  }

  /// In the form in which the server reports an error, whose fields the protocol names by letters:
  /// severity, code, message, where, and the constraint's name.
  private CopyFailedException reason(Culprit culprit, String code, String text) {
    var constraint = DOMAIN.matcher(text);
    var name = code.equals(CHECK) && constraint.find() ? constraint.group(1) : "";
    var where =
        "COPY " + layout.table().name() + ", line 1, column " + culprit.column.name() + ": ";
    var report = "SERROR\0C" + code + "\0M" + text + "\0W" + where + "\0n" + name + "\0";
    return new CopyFailedException(
        new SkippedRowException(new ServerErrorMessage(report)), OptionalInt.of(culprit.message));
  }

  /// What the server has told, and nobody has thrown: where from does not matter.
  private static final class SkippedRowException extends PSQLException {
    private static final long serialVersionUID = 1L;

    SkippedRowException(ServerErrorMessage report) {
      super(report);
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
