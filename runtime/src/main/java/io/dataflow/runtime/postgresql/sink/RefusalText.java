package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.postgresql.ServerError;
import io.dataflow.runtime.postgresql.copy.CopyFailedException;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/// Why PostgreSQL refuses a record, for the error sink.
///
/// @param messages those that were written together
record RefusalText(PostgresqlTable table, List<Message> messages) {

  /// @param suspect whether the set-up may be at fault as well
  Refusal of(CopyFailedException failure, boolean suspect) {
    var reason = failure.reason();
    var type = SqlState.type(reason);
    boolean unclear = type == ErrorType.UNKNOWN && !suspect;
    return new Refusal(text(failure), unclear ? ErrorType.INVALID_DATA : type, suspect);
  }

  private String text(CopyFailedException failure) {
    var reason = failure.reason();
    var told = ServerError.textWithoutValues(reason, table.words(), culprits(failure));
    var column = ServerError.report(reason).flatMap(this::column);
    return "PostgreSQL refuses the row: "
        + told
        + column.map(this::described).map(text -> " (" + text + ", table `").orElse(" (table `")
        + table.name()
        + "`, SQLSTATE "
        + SqlState.of(reason).code()
        + ")";
  }

  /// The name, and the type if the table has the column.
  private String described(String column) {
    var type = table.column(column).map(Column::definition).map(text -> " of type " + text);
    return "column `" + column + "`" + type.orElse("");
  }

  /// Of whom the server may speak. While a culprit is still to be found nobody reads the text.
  private List<Message> culprits(CopyFailedException failure) {
    return failure.culprit().isPresent()
        ? List.of(messages.get(failure.culprit().getAsInt()))
        : messages.size() == 1 ? messages : List.of();
  }

  private Optional<String> column(ServerErrorMessage error) {
    var named = Optional.ofNullable(error.getColumn());
    var where = Optional.ofNullable(error.getWhere()).orElse("");
    // Behind the name stands the value, so only a name that the table has is believed.
    return named.or(
        () ->
            table.columns().stream()
                .map(Column::name)
                .filter(name -> where.contains(", column " + name + ": "))
                .min(Comparator.comparing(name -> where.indexOf(", column " + name + ": "))));
  }
}
