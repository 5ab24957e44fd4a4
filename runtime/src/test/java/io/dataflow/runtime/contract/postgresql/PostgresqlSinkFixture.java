package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.sink.BreakableTarget;
import io.dataflow.runtime.contract.sink.GuardedTarget;
import io.dataflow.runtime.contract.sink.SinkFixture;
import io.dataflow.runtime.contract.sink.SinkTarget;
import io.dataflow.testbed.Servers;
import java.util.List;
import java.util.Map;

/// Tables for the cases of a sink.
final class PostgresqlSinkFixture implements SinkFixture {
  private static final String PASSWORD = "pass-5e2d-word";
  private static final List<Field> PLAIN = List.of(Field.ID, Field.NOTE);

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of();
  }

  private static TableTarget at(String name) {
    return new TableTarget(name, PostgresqlSite.connectionString());
  }

  private static TableTarget table(List<Field> fields, String more) {
    var name = Servers.freshName("contract");
    PostgresqlSite.table(name, fields, more);
    return at(name);
  }

  @Override
  public SinkTarget target(List<Field> fields) {
    return table(fields, "");
  }

  @Override
  public SinkTarget strict() {
    return table(PLAIN, ", amount int CHECK (amount < 100)");
  }

  /// A text for a number, or a number that a rule of the table forbids.
  @Override
  public String poison(int kind, int id, String content) {
    var amount = kind == 0 ? "\"" + content + "\"" : "300";
    return "{\"id\":%d,\"note\":\"%s\",\"amount\":%s}".formatted(id, content, amount);
  }

  @Override
  public SinkTarget envelopes() {
    var name = Servers.freshName("rejected");
    PostgresqlSite.run("CREATE TABLE " + name + " (error jsonb, original_message jsonb)");
    return at(name);
  }

  /// A table takes records of any length.
  @Override
  public SinkTarget shortEnvelopes() {
    return envelopes();
  }

  @Override
  public SinkTarget repeating() {
    var name = Servers.freshName("contract");
    PostgresqlSite.run("CREATE TABLE " + name + " (id bigint, note text)");
    return at(name);
  }

  @Override
  public BreakableTarget breakableRepeating() {
    return breakable(repeating().name());
  }

  @Override
  public BreakableTarget breakable() {
    return breakable(table(PLAIN, "").name());
  }

  private static BreakableTarget breakable(String name) {
    var proxy = PostgresqlSite.proxy();
    return new BreakableTarget(
        new TableTarget(name, PostgresqlSite.connectionString(proxy)), proxy);
  }

  @Override
  public SinkTarget missing() {
    return at(Servers.freshName("nowhere"));
  }

  private static GuardedTarget guarded(String rights, String right, String given) {
    var name = table(PLAIN, "").name();
    var user = PostgresqlSite.user(right, rights, name);
    var connection = PostgresqlSite.connectionString(user, given);
    return new GuardedTarget(new TableTarget(name, connection), List.of(given));
  }

  @Override
  public GuardedTarget guarded() {
    return guarded("INSERT", PASSWORD, PASSWORD);
  }

  @Override
  public GuardedTarget wrongPassword(String password) {
    return guarded("INSERT", PASSWORD, password);
  }

  @Override
  public GuardedTarget forbidden() {
    return guarded("", PASSWORD, PASSWORD);
  }

  @Override
  public SinkTarget inSchema() {
    var schema = Servers.freshName("Sales");
    PostgresqlSite.run("CREATE SCHEMA \"" + schema + "\"");
    PostgresqlSite.table("\"" + schema + "\".orders", PLAIN, "");
    return new InSchema(at("\"" + schema + "\".orders"), schema + ".orders");
  }

  /// A table whose name is written otherwise in a manifest than in SQL.
  private record InSchema(TableTarget table, String name) implements SinkTarget {
    @Override
    public String config() {
      return new TableTarget(name, table.connection()).config();
    }

    @Override
    public List<StoredRecord> records() {
      return table.records();
    }

    @Override
    public List<Integer> ids() {
      return table.ids();
    }
  }

  @Override
  public void addField(SinkTarget target, Field field) {
    PostgresqlSite.addColumn(target.name(), field);
  }
}
