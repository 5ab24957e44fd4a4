package io.dataflow.runtime.trino.source;

import io.dataflow.api.connector.TrinoSource;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.Operation;
import io.dataflow.runtime.connector.polling.Reading;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The newest rows of a table or query, to be looked at.
final class TrinoSample {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private TrinoSample() {}

  static List<Message> newest(TrinoSource source, int count) throws UnavailableException {
    var problem = TrinoReader.problem(source);
    try (var client = new TrinoClient(source, problem.place(), LIMIT)) {
      var table = new SourceTable(source, problem, client);
      try {
        return read(source, table.query(), client, count);
      } catch (TrinoException e) {
        throw problem.judge(e, table.name(), false);
      } catch (IOException e) {
        throw problem.unreachable(e);
      }
    }
  }

  private static List<Message> read(
      TrinoSource source, SourceQuery query, TrinoClient client, int count)
      throws TrinoException, IOException {
    var messages = new ArrayList<Message>();
    var statement = client.start(query.newest(count));
    var rows = client.rest(statement);
    var form = new RowJson(statement.columns(), query.texts());
    for (var row : rows) {
      messages.add(
          Reading.message(
              form.row(row), query.id(), around(source), source.table(), Operation.INSERT));
    }
    return messages.reversed();
  }

  /// What a source's table lies in.
  static Map<String, String> around(TrinoSource source) {
    return Map.of("catalog", source.catalog().strip(), "schema", source.schema().strip());
  }
}
