package io.dataflow.runtime.contract.clickhouse;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.sink.BreakableTarget;
import io.dataflow.runtime.contract.sink.GuardedTarget;
import io.dataflow.runtime.contract.sink.SinkFixture;
import io.dataflow.runtime.contract.sink.SinkTarget;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import java.util.List;
import java.util.Map;

/// Tables for the cases of a sink.
final class ClickhouseSinkFixture implements SinkFixture {
  private static final List<Field> PLAIN = List.of(Field.ID, Field.NOTE);
  private static final String UNSORTED = "MergeTree ORDER BY tuple()";

  @Override
  public String type() {
    return "clickhouse";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(
        Capability.UNIQUE_KEYS,
        "No key of ClickHouse's keeps a second row out.",
        Capability.PARTIAL_UPSERT,
        "The newest row of a key takes the place of the others as a whole.",
        Capability.STORED_POSITIONS,
        "ClickHouse has no transaction over two tables.");
  }

  private static SinkTarget at(String name, String order) {
    return new TableTarget(
        name, ClickhouseSite.inDatabase(name), ClickhouseSite.connectionString(), order);
  }

  private static SinkTarget table(List<Field> fields, String more) {
    var name = Servers.freshName("contract");
    ClickhouseSite.table(ClickhouseSite.inDatabase(name), fields, more, UNSORTED);
    return at(name, TableTarget.AS_WRITTEN);
  }

  @Override
  public SinkTarget target(List<Field> fields) {
    return table(fields, "");
  }

  @Override
  public SinkTarget keyed(List<Field> fields) {
    var name = Servers.freshName("contract");
    var key = ClickhouseSite.quoted(fields.getFirst().name());
    ClickhouseSite.table(
        ClickhouseSite.inDatabase(name), fields, "", "ReplacingMergeTree ORDER BY " + key);
    return at(name, TableTarget.NEWEST);
  }

  @Override
  public SinkTarget strict() {
    return table(PLAIN, ", amount Nullable(Int32), CONSTRAINT small CHECK ifNull(amount, 0) < 100");
  }

  /// A text for a number, or a number that a rule of the table forbids.
  @Override
  public String poison(int kind, int id, String content) {
    var amount = kind == 0 ? "\"" + content + "\"" : "300";
    return "{\"id\":%d,\"note\":\"%s\",\"amount\":%s}".formatted(id, content, amount);
  }

  @Override
  public SinkTarget envelopes() {
    return table(
        List.of(
            new Field("error", Field.Kind.DOCUMENT),
            new Field("original_message", Field.Kind.DOCUMENT)),
        "");
  }

  /// A table takes records of any length.
  @Override
  public SinkTarget shortEnvelopes() {
    return envelopes();
  }

  @Override
  public BreakableTarget breakable() {
    var proxy = ClickhouseSite.proxy();
    var table = target(PLAIN).name();
    var target =
        new TableTarget(
            table,
            ClickhouseSite.inDatabase(table),
            ClickhouseSite.connectionString(proxy),
            TableTarget.AS_WRITTEN);
    return new BreakableTarget(target, proxy);
  }

  @Override
  public SinkTarget missing() {
    return at(Servers.freshName("nowhere"), "ORDER BY id");
  }

  private static GuardedTarget guarded(String user, String password) {
    var name = Servers.freshName("contract");
    ClickhouseSite.table(ClickhouseSite.inGuarded(name), PLAIN, "", UNSORTED);
    var target =
        new TableTarget(
            name,
            ClickhouseSite.inGuarded(name),
            ClickhouseSite.connectionString(user, password),
            TableTarget.AS_WRITTEN);
    return new GuardedTarget(target, List.of(password));
  }

  @Override
  public GuardedTarget guarded() {
    return guarded(ClickHouseServer.WRITER, ClickHouseServer.PASSWORD);
  }

  @Override
  public GuardedTarget wrongPassword(String password) {
    return guarded(ClickHouseServer.WRITER, password);
  }

  @Override
  public GuardedTarget forbidden() {
    return guarded(ClickHouseServer.READER, ClickHouseServer.PASSWORD);
  }

  @Override
  public SinkTarget inSchema() {
    var database = ClickhouseSite.freshDatabase();
    var quoted = ClickhouseSite.quoted(database) + ".orders";
    ClickhouseSite.table(quoted, PLAIN, "", UNSORTED);
    return new TableTarget(
        database + ".orders", quoted, ClickhouseSite.connectionString(), TableTarget.AS_WRITTEN);
  }

  @Override
  public void addField(SinkTarget target, Field field) {
    ClickhouseSite.addColumn(((TableTarget) target).quoted(), field);
  }
}
