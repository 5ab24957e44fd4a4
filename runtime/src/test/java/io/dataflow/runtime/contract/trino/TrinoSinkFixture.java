package io.dataflow.runtime.contract.trino;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.sink.BreakableTarget;
import io.dataflow.runtime.contract.sink.GuardedTarget;
import io.dataflow.runtime.contract.sink.SinkFixture;
import io.dataflow.runtime.contract.sink.SinkTarget;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.trino.TrinoLogins;
import java.util.List;
import java.util.Map;

/// Tables for the cases of a sink: in memory, where rows stay in their order, and in Iceberg, where
/// they can be changed.
final class TrinoSinkFixture implements SinkFixture {
  private static final List<Field> PLAIN = List.of(Field.ID, Field.NOTE);
  private static final String AS_WRITTEN = "";

  @Override
  public String type() {
    return "trino";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(
        Capability.UNIQUE_KEYS,
        "No key of Trino's keeps a second row out.",
        Capability.CASE_SENSITIVE_NAMES,
        "Trino's names know no upper case.",
        Capability.STORED_POSITIONS,
        "Trino has no transaction over two tables.");
  }

  private static TableTarget at(String schema, String name, List<Field> fields, String order) {
    var config = TrinoSite.config(TrinoSite.server().url(), schema, name);
    return new TableTarget(name, schema + "." + name, config, fields, order);
  }

  private static TableTarget table(String schema, List<Field> fields, String more, String order) {
    var target = at(schema, Servers.freshName("contract"), fields, order);
    TrinoSite.table(target.quoted(), fields, more);
    return target;
  }

  @Override
  public SinkTarget target(List<Field> fields) {
    return table(TrinoSite.MEMORY, fields, "", AS_WRITTEN);
  }

  @Override
  public SinkTarget keyed(List<Field> fields) {
    var table = table(TrinoSite.ICEBERG, fields, "", "ORDER BY 1");
    return new TableTarget(
        table.name(),
        table.quoted(),
        table.config() + ", conflictKey: " + fields.getFirst().name(),
        fields,
        table.order());
  }

  @Override
  public SinkTarget strict() {
    return table(TrinoSite.MEMORY, PLAIN, ", amount tinyint", AS_WRITTEN);
  }

  /// A text for a number, or a number that the column has no room for.
  @Override
  public String poison(int kind, int id, String content) {
    var amount = kind == 0 ? "\"" + content + "\"" : "300";
    return "{\"id\":%d,\"note\":\"%s\",\"amount\":%s}".formatted(id, content, amount);
  }

  @Override
  public SinkTarget envelopes() {
    return target(
        List.of(
            new Field("error", Field.Kind.DOCUMENT),
            new Field("original_message", Field.Kind.DOCUMENT)));
  }

  /// A table takes records of any length that the server's statements may have.
  @Override
  public SinkTarget shortEnvelopes() {
    return envelopes();
  }

  @Override
  public BreakableTarget breakable() {
    var proxy = TrinoSite.proxy();
    var table = (TableTarget) target(PLAIN);
    var config =
        TrinoSite.config(TrinoSite.server().url(proxy.port()), TrinoSite.MEMORY, table.name());
    return new BreakableTarget(
        new TableTarget(table.name(), table.quoted(), config, PLAIN, AS_WRITTEN), proxy);
  }

  @Override
  public SinkTarget missing() {
    return at(
        TrinoSite.MEMORY,
        Servers.freshName("nowhere"),
        List.of(new Field("Odd Name", Field.Kind.TEXT)),
        "ORDER BY id");
  }

  private static GuardedTarget guarded(String user, String password) {
    var table = table(TrinoSite.MEMORY, PLAIN, "", AS_WRITTEN);
    var target =
        new TableTarget(
            table.name(),
            table.quoted(),
            TrinoSite.guarded(table.name(), user, password),
            PLAIN,
            AS_WRITTEN);
    return new GuardedTarget(target, List.of(password));
  }

  @Override
  public GuardedTarget guarded() {
    return guarded(TrinoLogins.WRITER, TrinoLogins.PASSWORD);
  }

  @Override
  public GuardedTarget wrongPassword(String password) {
    return guarded(TrinoLogins.WRITER, password);
  }

  @Override
  public GuardedTarget forbidden() {
    return guarded(TrinoLogins.READER, TrinoLogins.PASSWORD);
  }

  @Override
  public SinkTarget inSchema() {
    var schema = Servers.freshName("sales");
    TrinoSite.server().run("CREATE SCHEMA memory." + schema);
    var quoted = "memory." + schema + ".orders";
    TrinoSite.table(quoted, PLAIN, "");
    var name = schema + ".orders";
    var config = TrinoSite.config(TrinoSite.server().url(), TrinoSite.MEMORY, name);
    return new TableTarget(name, quoted, config, PLAIN, AS_WRITTEN);
  }

  @Override
  public void addField(SinkTarget target, Field field) {
    TrinoSite.addColumn(((TableTarget) target).quoted(), field);
  }
}
