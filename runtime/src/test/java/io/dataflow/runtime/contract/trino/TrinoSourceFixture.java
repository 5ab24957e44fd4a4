package io.dataflow.runtime.contract.trino;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.source.BreakableOrigin;
import io.dataflow.runtime.contract.source.GuardedOrigin;
import io.dataflow.runtime.contract.source.SourceFixture;
import io.dataflow.runtime.contract.source.SourceOrigin;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.trino.TrinoLogins;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Tables for the cases of a source: in Iceberg, which can be given columns, and in memory, which
/// has columns of JSON.
final class TrinoSourceFixture implements SourceFixture {
  private static final List<Field> PLAIN = List.of(Field.ID, Field.NOTE);
  private static final List<Field> GROWN =
      Stream.concat(PLAIN.stream(), Stream.of(new Field("later", Field.Kind.TEXT))).toList();

  @Override
  public String type() {
    return "trino";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(Capability.ANY_BYTES, "A row is always a JSON object.");
  }

  @Override
  public String name(String field) {
    return TrinoSite.lower(field);
  }

  private static String table(String schema, List<Field> fields) {
    var name = Servers.freshName("contract");
    TrinoSite.source(schema + "." + name, fields);
    return name;
  }

  private static TableOrigin at(String url, String schema, String name, List<Field> fields) {
    return new TableOrigin(name, schema + "." + name, TrinoSite.config(url, schema, name), fields);
  }

  @Override
  public SourceOrigin origin(List<Field> fields) {
    boolean plain = fields.equals(PLAIN);
    var schema = plain ? TrinoSite.ICEBERG : TrinoSite.MEMORY;
    return at(TrinoSite.server().url(), schema, table(schema, fields), plain ? GROWN : fields);
  }

  @Override
  public BreakableOrigin breakable() {
    var proxy = TrinoSite.proxy();
    var url = TrinoSite.server().url(proxy.port());
    var origin = at(url, TrinoSite.MEMORY, table(TrinoSite.MEMORY, PLAIN), PLAIN);
    return new BreakableOrigin(origin, proxy);
  }

  @Override
  public SourceOrigin missing() {
    return at(TrinoSite.server().url(), TrinoSite.MEMORY, Servers.freshName("nowhere"), PLAIN);
  }

  private static GuardedOrigin guarded(String user, String password) {
    var name = table(TrinoSite.MEMORY, PLAIN);
    var connection = TrinoSite.guarded(name, user, password);
    return new GuardedOrigin(
        new TableOrigin(name, TrinoSite.MEMORY + "." + name, connection, PLAIN), List.of(password));
  }

  @Override
  public GuardedOrigin guarded() {
    return guarded(TrinoLogins.READER, TrinoLogins.PASSWORD);
  }

  @Override
  public GuardedOrigin wrongPassword(String password) {
    return guarded(TrinoLogins.READER, password);
  }

  @Override
  public GuardedOrigin forbidden() {
    return guarded(TrinoLogins.WRITER, TrinoLogins.PASSWORD);
  }
}
