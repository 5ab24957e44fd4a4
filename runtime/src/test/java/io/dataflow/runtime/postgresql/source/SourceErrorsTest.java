package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import org.junit.jupiter.api.Test;

class SourceErrorsTest {
  private final Database database = Database.fresh();
  private final CheckpointStore checkpoints = new MemoryCheckpointStore();

  @Test
  void saysThatAnUnreachableServerMayComeBack() {
    var source =
        database.source().table("orders").connection("postgres://u:s3cret@127.0.0.1:1/shop");
    assertThatThrownBy(() -> check(source))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.type()).isEqualTo(ErrorType.CONNECTION_ERROR))
        .hasMessageStartingWith(
            "source postgresql: 127.0.0.1:1/shop: Connection to 127.0.0.1:1 refused")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void refusesAWrongPassword() {
    var name = "reader_" + database.name();
    database.server().createUser(name, "right");
    assertRefused(
        database.source().table("orders").connection(connection(name, "wrong-word")),
        "spec.source.config.connectionString: %s refuses the user or the password. Correct them.");
  }

  @Test
  void refusesAMissingDatabase() {
    var there = database.server().connectionString("nowhere");
    assertThatThrownBy(() -> check(database.source().table("orders").connection(there)))
        .isInstanceOf(FlowException.class)
        .hasMessage(
            "spec.source.config.connectionString: 127.0.0.1:%d/nowhere: database \"nowhere\" does"
                + " not exist. Create it or name another.",
            database.server().port());
  }

  @Test
  void refusesAMissingTableAndNamesTheOneThatMayBeMeant() {
    database.rows("\"Orders\"", 1);
    assertRefused(
        database.source().table("public.orders"),
        "spec.source.config.table: %s does not have the table `public.orders`. There is"
            + " `public.\"Orders\"`. Create it, correct the name (upper and lower case count), or"
            + " set `autoCreateTable: true`.");
    assertRefused(
        database.source().table("no.such"),
        "spec.source.config.table: %s does not have the table `no.such`. Create it, correct the"
            + " name (upper and lower case count), or set `autoCreateTable: true`.");
  }

  @Test
  void refusesATableWithoutTheCursorsColumnsAndListsThoseItHas() {
    database.run("CREATE TABLE orders (\"ID\" int, changed timestamptz)");
    assertRefused(
        database.source().table("orders"),
        "spec.source.config.changeTrackingColumn: the table `orders` has no column `updated_at`. It"
            + " has: ID, changed. Name one of them.");
    assertRefused(
        database.source().table("orders").tracking("changed"),
        "spec.source.config.orderByColumn: the table `orders` has no column `id`. It has: ID,"
            + " changed. Name one of them.");
  }

  @Test
  void refusesAQueryThatDoesNotSelectTheCursorsColumns() {
    database.rows("orders", 1);
    assertRefused(
        database.source().query("SELECT updated_at FROM orders").tracking("updated_at"),
        "spec.source.config.orderByColumn: the query has no column `id`. It has: updated_at. Name"
            + " one of them, or add it to the SELECT.");
  }

  @Test
  void refusesATableThatMayNotBeRead() {
    var name = "reader_" + database.name();
    database.server().createUser(name, "right");
    database.rows("orders", 1);
    assertRefused(
        database.source().table("orders").connection(connection(name, "right")),
        "spec.source.config.table: permission denied for table orders. Grant the user of the"
            + " connection what it needs, for example `GRANT SELECT ON … TO …`.");
  }

  @Test
  void refusesAQueryThatTheServerDoesNotUnderstandAndSaysWhere() {
    assertRefused(
        database.source().query("SELECT 1\n  FORM orders"),
        "spec.source.config.query: syntax error at or near \"orders\" (line 2, column 8).");
    assertRefused(
        database.source().query("SELECT (1 + "),
        "spec.source.config.query: syntax error at or near \")\"; it ends too early.");
    assertRefused(
        database.source().query("SELECT * FROM nothing"),
        "spec.source.config.query: relation \"nothing\" does not exist (line 1, column 15).");
    assertRefused(
        database.source().query("SELECT 1; SELECT 2"),
        "spec.source.config.query: a `;` with more behind it. Write one SELECT statement.");
    assertRefused(
        database.source().query("SELECT 1 AS a, 2 AS a"),
        "spec.source.config.query: two columns are called `a`. Give one of them another name with"
            + " AS.");
  }

  @Test
  void saysNothingOfTheRowsThatAQueryCannotComputeWith() throws Exception {
    database.run("CREATE TABLE secrets (v text)");
    database.run("INSERT INTO secrets VALUES ('hunter2')");
    database.run(
        "CREATE FUNCTION tell(v text) RETURNS int LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'bad: %', v; END $$");
    assertFails(
        "SELECT v::int AS id FROM secrets",
        "spec.source.config.query: invalid input syntax for type integer.");
    assertFails(
        "SELECT tell(v) AS id FROM secrets",
        "spec.source.config.query: a routine has raised an exception (SQLSTATE P0001).");
  }

  private void assertFails(String query, String message) throws Exception {
    try (var flow = new SourceFlow(database.source().query(query).build(), checkpoints).start()) {
      flow.until("the failure", () -> !flow.failures.isEmpty());
      assertThat(flow.failures).containsExactly(message);
    }
  }

  @Test
  void refusesColumnsThatHaveNoOrder() {
    database.run("CREATE TABLE orders (id int, updated_at json)");
    assertThatThrownBy(() -> check(database.source().table("orders")))
        .isInstanceOf(FlowException.class)
        .hasMessageStartingWith(
            "spec.source.config.changeTrackingColumn: rows have no order by `updated_at` (json) and"
                + " `id` (integer): ");
  }

  @Test
  void refusesAPositionThatBelongsToAnotherColumn() {
    database.rows("orders", 1);
    var position = JsonObject.empty();
    position.put("lastReadOrderByValue", JsonScalar.of("abc"));
    checkpoints.save("postgresql", position);
    assertRefused(
        database.source().table("orders"),
        "checkpoint: `abc` is no position in the column `id` (bigint) of the table `orders`. Set"
            + " `checkpointReset: true` to read from the start, or name the column that it was read"
            + " with.");
  }

  @Test
  void stopsTheFlowWhenTheTableGoesAwayOrAQueryWrites() throws Exception {
    database.rows("orders", 1);
    database.run("CREATE SEQUENCE numbers");
    try (var flow =
        new SourceFlow(database.source().table("orders").build(), checkpoints).start()) {
      flow.untilIdle();
      database.run("DROP TABLE orders");
      flow.until("the failure", () -> !flow.failures.isEmpty());
      assertThat(flow.failures.getFirst()).contains("does not have the table `orders`");
    }
    var writes = database.source().query("SELECT nextval('numbers') AS id").build();
    try (var flow = new SourceFlow(writes, new MemoryCheckpointStore()).start()) {
      flow.until("the failure", () -> !flow.failures.isEmpty());
      assertThat(flow.failures)
          .containsExactly(
              "spec.source.config.query: cannot execute nextval() in a read-only transaction.");
    }
  }

  private void assertRefused(Database.SourceBuilder source, String message) {
    assertThatThrownBy(() -> check(source))
        .isInstanceOf(FlowException.class)
        .hasMessage(
            message.replace("%s", "127.0.0.1:" + database.server().port() + "/" + database.name()));
  }

  private void check(Database.SourceBuilder source) throws UnavailableException {
    try (var flow = new SourceFlow(source.build(), checkpoints)) {
      flow.connector.check();
    }
  }

  private String connection(String user, String password) {
    return "postgres://%s:%s@127.0.0.1:%d/%s"
        .formatted(user, password, database.server().port(), database.name());
  }
}
