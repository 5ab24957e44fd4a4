package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.runtime.postgresql.cdc.change.RelationCatalog.ColumnDescription;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The messages of the server's output plugin `pgoutput`, version 1 (PostgreSQL's manual, chapter
/// "Logical Replication Message Formats").
public final class PgOutput {
  /// From 1970 to 2000, where the server's time begins.
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private final RelationCatalog catalog;
  private final ChangeListener listener;
  private final Map<Integer, Optional<ReplicatedRelation>> relations = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private CommittedTransaction transaction = new CommittedTransaction(0, 0, 0);
  private long ordinal;

  public PgOutput(RelationCatalog catalog, ChangeListener listener) {
    this.catalog = catalog;
    this.listener = listener;
  }

  /// Takes one message apart.
  ///
  /// @param in the message, in an array
  /// @param lsn where in the log it stands
  public void message(ByteBuffer in, long lsn) throws SQLException {
    switch (in.get()) {
      case 'B' -> begin(in);
      case 'C' -> commit(in);
      case 'R' -> relation(in);
      case 'I' -> insert(in, lsn);
      case 'U' -> update(in, lsn);
      case 'D' -> delete(in, lsn);
      case 'T' -> truncate(in);
      default -> {
        // Types, origins and messages of applications say nothing of rows.
      }
    }
  }

  private void begin(ByteBuffer in) {
    long lsn = in.getLong();
    long micros = EPOCH_MICROS + in.getLong();
    transaction = new CommittedTransaction(lsn, micros, Integer.toUnsignedLong(in.getInt()));
    ordinal = 0;
    listener.begun(transaction);
  }

  private void commit(ByteBuffer in) {
    in.get();
    in.getLong();
    listener.committed(in.getLong());
  }

  private void relation(ByteBuffer in) throws SQLException {
    int id = in.getInt();
    var schema = text(in);
    var table = text(in);
    boolean full = in.get() == 'f';
    int count = in.getShort();
    var columns = new ArrayList<ColumnDescription>(count);
    for (int i = 0; i < count; i++) {
      boolean key = (in.get() & 1) != 0;
      var name = text(in);
      int type = in.getInt();
      in.getInt();
      columns.add(new ColumnDescription(name, key, type));
    }
    var home = schema.isEmpty() ? "pg_catalog" : schema;
    names.put(id, RelationCatalog.name(home, table));
    relations.put(id, catalog.relation(home, table, full, columns));
  }

  private void insert(ByteBuffer in, long lsn) {
    var relation = relations.get(in.getInt());
    in.get();
    tell(relation, ChangeOperation.INSERT, Optional.empty(), Optional.of(tuple(in)), lsn);
  }

  private void update(ByteBuffer in, long lsn) {
    var relation = relations.get(in.getInt());
    boolean hasBefore = in.get() != 'N';
    var before = hasBefore ? Optional.of(tuple(in)) : Optional.<Tuple>empty();
    if (hasBefore) {
      in.get();
    }
    tell(relation, ChangeOperation.UPDATE, before, Optional.of(tuple(in)), lsn);
  }

  private void delete(ByteBuffer in, long lsn) {
    var relation = relations.get(in.getInt());
    in.get();
    tell(relation, ChangeOperation.DELETE, Optional.of(tuple(in)), Optional.empty(), lsn);
  }

  private void tell(
      Optional<ReplicatedRelation> relation,
      ChangeOperation operation,
      Optional<Tuple> before,
      Optional<Tuple> after,
      long lsn) {
    ordinal++;
    if (relation.isPresent()) {
      listener.changed(
          new TableChange(relation.get(), operation, before, after, transaction, lsn), ordinal);
    } else {
      listener.passed(ordinal);
    }
  }

  private void truncate(ByteBuffer in) {
    int count = in.getInt();
    in.get();
    var tables = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      int id = in.getInt();
      relations.getOrDefault(id, Optional.empty()).ifPresent(_ -> tables.add(names.get(id)));
    }
    listener.truncated(List.copyOf(tables));
  }

  private static Tuple tuple(ByteBuffer in) {
    int count = in.getShort();
    var tuple = new Tuple(in.array(), count);
    for (int i = 0; i < count; i++) {
      switch (in.get()) {
        case 'n' -> tuple.isNull(i);
        case 'u' -> tuple.unchanged(i);
        default -> {
          int length = in.getInt();
          int start = in.arrayOffset() + in.position();
          tuple.value(i, start, start + length);
          in.position(in.position() + length);
        }
      }
    }
    return tuple;
  }

  private static String text(ByteBuffer in) {
    int start = in.position();
    while (in.get() != 0) {
      // Up to the byte that ends it.
    }
    return new String(
        in.array(), in.arrayOffset() + start, in.position() - 1 - start, StandardCharsets.UTF_8);
  }
}
