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

/// Tables with a slot for the cases of a source.
final class PostgresqlCdcFixture implements SourceFixture {
  private static final String PASSWORD = "pass-7c4f-word";
  private static final List<Field> PLAIN = List.of(Field.ID, Field.NOTE);

  @Override
  public String type() {
    return "postgresql-cdc";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(Capability.ANY_BYTES, "A row is always a JSON object.");
  }

  private static String table(List<Field> fields) {
    var name = Servers.freshName("changes");
    PostgresqlSite.table(name, fields, "");
    return name;
  }

  private static ChangesOrigin origin(String table, String connection) {
    return ChangesOrigin.fresh(table, Servers.freshName("slot").toLowerCase(), connection);
  }

  @Override
  public SourceOrigin origin(List<Field> fields) {
    return origin(table(fields), PostgresqlSite.connectionString());
  }

  @Override
  public BreakableOrigin breakable() {
    var proxy = PostgresqlSite.proxy();
    return new BreakableOrigin(origin(table(PLAIN), PostgresqlSite.connectionString(proxy)), proxy);
  }

  @Override
  public SourceOrigin missing() {
    return new ChangesOrigin(
        Servers.freshName("nowhere"), "nowhere", PostgresqlSite.connectionString());
  }

  private static GuardedOrigin guarded(String rights, String given) {
    var name = table(PLAIN);
    var user = PostgresqlSite.user(PASSWORD, rights, name);
    PostgresqlSite.run("ALTER ROLE " + user + " REPLICATION");
    var connection = PostgresqlSite.connectionString(user, given);
    return new GuardedOrigin(origin(name, connection), List.of(given));
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
