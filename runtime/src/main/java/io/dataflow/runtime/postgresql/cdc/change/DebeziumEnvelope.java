package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.message.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/// The form of Debezium's PostgreSQL connector, without the schema: `payload` with `before`,
/// `after`, `source`, `op`, `ts_ms`. Values are those of [RowEnvelope].
public final class DebeziumEnvelope implements Envelope {
  private final Bytes out = new Bytes(2048);
  private final String database;
  private final String server;

  /// @param server the logical name of the source
  public DebeziumEnvelope(String database, String server) {
    this.database = database;
    this.server = server;
  }

  @Override
  public void messages(TableChange change, Consumer<Message> to) {
    out.clear();
    out.put("{\"payload\":{\"before\":");
    // What an insert takes long values from is not its row before.
    var told = change.before().filter(_ -> change.operation() != ChangeOperation.INSERT);
    row(change, told, Tuple.NONE, !change.relation().full());
    out.put(",\"after\":");
    row(change, change.after(), change.before().orElse(Tuple.NONE), false);
    source(change);
    out.put(",\"transaction\":null,\"op\":\"" + change.operation().letter() + '"');
    times(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    out.put("}}");
    to.accept(new Message(out.toByteArray(), ChangeMetadata.of(change)));
  }

  private void row(TableChange change, Optional<Tuple> row, Tuple fallback, boolean keyOnly) {
    if (row.isEmpty()) {
      out.put("null");
    } else {
      change.relation().write(row.get(), fallback, keyOnly, ReplicatedRelation.UNAVAILABLE, out);
    }
  }

  private void source(TableChange change) {
    var relation = change.relation();
    var transaction = change.transaction();
    boolean snapshot = change.operation() == ChangeOperation.READ;
    out.put(",\"source\":{\"version\":\"dataflow\",\"connector\":\"postgresql\",\"name\":");
    JsonText.write(server, out);
    times(transaction.micros());
    out.put(",\"snapshot\":\"" + snapshot + "\",\"db\":");
    JsonText.write(database, out);
    out.put(",\"sequence\":");
    JsonText.write("[\"%d\",\"%d\"]".formatted(transaction.lsn(), change.lsn()), out);
    out.put(",\"schema\":");
    JsonText.write(relation.schema(), out);
    out.put(",\"table\":");
    JsonText.write(relation.table(), out);
    out.put(",\"txId\":" + (snapshot ? "null" : Long.toString(transaction.xid())));
    out.put(",\"lsn\":" + change.lsn() + ",\"xmin\":null}");
  }

  private void times(long micros) {
    out.put(",\"ts_ms\":%d,\"ts_us\":%d,\"ts_ns\":%d000".formatted(micros / 1000, micros, micros));
  }
}
