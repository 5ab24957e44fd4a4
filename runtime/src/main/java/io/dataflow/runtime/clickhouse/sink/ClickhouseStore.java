package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.clickhouse.ClickhouseAddress;
import io.dataflow.runtime.clickhouse.ClickhouseClient;
import io.dataflow.runtime.clickhouse.ClickhouseProblem;
import io.dataflow.runtime.clickhouse.ErrorCode;
import io.dataflow.runtime.clickhouse.ServerException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.batch.BatchStore;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.LayoutChangedException;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.RowObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes records into a ClickHouse table, a part an INSERT of its own.
final class ClickhouseStore implements BatchStore {
  private final ClickhouseProblem problem;
  private final ClickhouseClient client;
  private final TargetTable table;
  private final EncodedRows rows = new EncodedRows();
  private final InsertTokens tokens = new InsertTokens();
  private volatile boolean closed;

  /// @param stage the sink's name in the flow: `sink:main`
  /// @throws FlowException when address or table name cannot be read
  ClickhouseStore(ClickhouseSink sink, String stage) {
    try {
      var address = ClickhouseAddress.parse(sink.connectionString().value());
      problem = new ClickhouseProblem("%s (clickhouse %s)".formatted(stage, address));
      client = new ClickhouseClient(address);
      table = new TargetTable(sink, TableName.parse(sink.table()), problem, client);
    } catch (FlowException e) {
      throw new FlowException(stage + " (clickhouse): " + e.getMessage());
    }
  }

  @Override
  public void open() throws UnavailableException {
    try {
      table.check();
    } catch (ServerException e) {
      throw problem.judge(e, table.toString(), true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void begin(List<Message> messages) throws UnavailableException {
    try {
      table.prepareAnew(messages).ifPresent(layout -> layout.survey(messages));
    } catch (ServerException e) {
      throw problem.judge(e, table.toString(), true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void write(List<Message> messages, Refusals refusals)
      throws PartRefusedException, UnavailableException {
    boolean again = true;
    for (boolean mended = false; again; ) {
      var layout = layout(messages, refusals);
      again = false;
      try {
        if (layout.isPresent()) {
          rows.encode(layout.get(), messages, refusals);
          insert(layout.get());
        }
      } catch (LayoutChangedException e) {
        again = true;
        if (e.tableIsStale()) {
          refresh();
        }
      } catch (ServerException e) {
        again = !mended && mends(e);
        mended = true;
        if (!again) {
          throw refusal(e);
        }
      }
    }
  }

  /// Describes the table, or refuses all messages when there is none to create.
  private Optional<Layout<ClickhouseTable>> layout(List<Message> messages, Refusals refusals)
      throws PartRefusedException, UnavailableException {
    try {
      var layout = table.prepare(messages);
      if (layout.isEmpty()) {
        refuseAll(messages, refusals);
      }
      return layout;
    } catch (ServerException e) {
      throw problem.judge(e, table.toString(), true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private void insert(Layout<ClickhouseTable> layout) throws ServerException, UnavailableException {
    if (rows.isEmpty()) {
      return;
    }
    var token = tokens.token(rows.bytes());
    try {
      client.insert(rows.statement(layout), settings(token), rows.bytes());
      tokens.settled();
    } catch (ServerException e) {
      if (e.fault().isTemporary()) {
        tokens.lost(token, rows.bytes());
      } else {
        tokens.settled();
      }
      throw e;
    } catch (IOException e) {
      tokens.lost(token, rows.bytes());
      throw lost(e);
    }
  }

  private Map<String, String> settings(String token) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("insert_deduplication_token", token);
    // What is acknowledged is in the table.
    settings.put("async_insert", "0");
    if (rows.columns().stream().anyMatch(column -> column.definition().contains("JSON"))) {
      settings.put("input_format_binary_read_json_as_string", "1");
    }
    return settings;
  }

  /// Whether the same may succeed now that more is known of the table.
  private boolean mends(ServerException failure) throws UnavailableException {
    return switch (failure.fault()) {
      case STALE -> refresh();
      case SETUP -> failure.code() == ErrorCode.UNKNOWN_TABLE && table.forget();
      case RECORD, SUSPECT, CONFLICT, ROLLBACK, READ_ONLY, UNAVAILABLE -> false;
    };
  }

  private boolean refresh() throws UnavailableException {
    try {
      return table.refresh();
    } catch (ServerException e) {
      throw problem.judge(e, table.toString(), true);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private PartRefusedException refusal(ServerException failure) throws UnavailableException {
    return switch (failure.fault()) {
      case RECORD, SUSPECT, CONFLICT, STALE -> new RowRefusal(failure).of(rows);
      case SETUP, ROLLBACK, READ_ONLY, UNAVAILABLE ->
          throw problem.judge(failure, table.toString(), false);
    };
  }

  /// No record has had a field to create a column from.
  private static void refuseAll(List<Message> messages, Refusals refusals)
      throws PartRefusedException {
    refusals.clear();
    for (int i = 0; i < messages.size(); i++) {
      refusals.add(i, RowObject.noRow(messages.get(i)));
    }
  }

  private UnavailableException lost(IOException failure) {
    return closed ? problem.closed(failure) : problem.unreachable(failure);
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
