package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.source.BreakableOrigin;
import io.dataflow.runtime.contract.source.GuardedOrigin;
import io.dataflow.runtime.contract.source.SourceFixture;
import io.dataflow.runtime.contract.source.SourceOrigin;
import io.dataflow.testbed.Servers;
import java.util.List;
import java.util.Map;

/// Tables for the cases of a source.
final class PostgresqlSourceFixture implements SourceFixture {
  private static final String PASSWORD = "pass-5e2d-word";
  private static final List<Field> PLAIN = List.of(Field.ID, Field.NOTE);

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(Capability.ANY_BYTES, "A row is always a JSON object.");
  }

  private static String table(List<Field> fields) {
    var name = Servers.freshName("contract");
    PostgresqlSite.table(name, fields, ", updated_at timestamptz");
    return name;
  }

  @Override
  public SourceOrigin origin(List<Field> fields) {
    return new TableOrigin(table(fields), PostgresqlSite.connectionString());
  }

  @Override
  public BreakableOrigin breakable() {
    var proxy = PostgresqlSite.proxy();
    return new BreakableOrigin(
        new TableOrigin(table(PLAIN), PostgresqlSite.connectionString(proxy)), proxy);
  }

  @Override
  public SourceOrigin missing() {
    return new TableOrigin(Servers.freshName("nowhere"), PostgresqlSite.connectionString());
  }

  private static GuardedOrigin guarded(String rights, String given) {
    var name = table(PLAIN);
    var user = PostgresqlSite.user(PASSWORD, rights, name);
    var connection = PostgresqlSite.connectionString(user, given);
    return new GuardedOrigin(new TableOrigin(name, connection), List.of(given));
  }

  @Override
  public GuardedOrigin guarded() {
    return guarded("SELECT", PASSWORD);
  }

  @Override
  public GuardedOrigin wrongPassword(String password) {
    return guarded("SELECT", password);
  }

  @Override
  public GuardedOrigin forbidden() {
    return guarded("", PASSWORD);
  }
}
