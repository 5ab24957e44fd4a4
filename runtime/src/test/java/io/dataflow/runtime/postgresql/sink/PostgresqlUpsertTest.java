package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostgresqlUpsertTest {
  private static final Database DATABASE = Database.fresh();

  @Test
  void updatesTheRowOfThePrimaryKeyAndLeavesColumnsThatAreNotInTheRecord() {
    DATABASE.run("CREATE TABLE orders (id int PRIMARY KEY, state text, note text DEFAULT '-')");
    DATABASE.run("INSERT INTO orders VALUES (1, 'new', 'keep'), (2, 'new', 'keep')");
    var written =
        Written.by(
            DATABASE.upsert("orders"),
            "{'id': 1, 'state': 'paid'}",
            "{'id': 2, 'state': null, 'note': null}",
            "{'id': 3, 'state': 'new'}");
    assertThat(written.rejected()).isEmpty();
    assertThat(DATABASE.rows("SELECT * FROM orders ORDER BY id"))
        .containsExactly("1|paid|keep", "2|null|null", "3|new|-");
  }

  @Test
  void letsTheLastRecordOfAKeyWin() throws Exception {
    DATABASE.run("CREATE TABLE last (id int PRIMARY KEY, v int)");
    try (var writer = Written.writer(DATABASE.upsert("last"))) {
      for (int round = 0; round < 3; round++) {
        int base = round * 5000;
        var batch =
            IntStream.range(base, base + 5000)
                .mapToObj(i -> "{'id': " + i % 500 + ", 'v': " + i + "}");
        assertThat(Written.by(writer, batch).rejected()).isEmpty();
      }
    }
    assertThat(DATABASE.rows("SELECT count(*), min(v), max(v) FROM last"))
        .containsExactly("500|14500|14999");
  }

  @Test
  void findsRowsByAConflictKeyOfSeveralColumns() {
    DATABASE.run(
        "CREATE TABLE stock (region text, \"Item\" int, n int, UNIQUE (\"Item\", region))");
    var sink = DATABASE.upsert("stock", "region, Item");
    Written.by(sink, "{'region': 'eu', 'Item': 1, 'n': 5}", "{'region': 'us', 'Item': 1, 'n': 6}");
    Written.by(sink, "{'region': 'eu', 'Item': 1, 'n': 7}", "{'Item': 2, 'region': 'eu', 'n': 8}");
    assertThat(DATABASE.rows("SELECT * FROM stock ORDER BY 1, 2"))
        .containsExactly("eu|1|7", "eu|2|8", "us|1|6");
  }

  @Test
  void keepsTheRowWhenARecordHasNothingButItsKey() {
    DATABASE.run("CREATE TABLE keys (id int PRIMARY KEY, v int)");
    DATABASE.run("INSERT INTO keys VALUES (1, 5)");
    Written.by(DATABASE.upsert("keys"), "{'id': 1}", "{'id': 2}", "{'id': 2}");
    assertThat(DATABASE.rows("SELECT * FROM keys ORDER BY id")).containsExactly("1|5", "2|null");
  }

  @Test
  void refusesARecordWithoutItsKey() {
    DATABASE.run("CREATE TABLE keyed (id int PRIMARY KEY, v int)");
    var written =
        Written.by(DATABASE.upsert("keyed"), "{'v': 1}", "{'id': null, 'v': 2}", "{'id': 3}");
    assertThat(written.reasons())
        .containsExactly(
            "`id` is missing, but it is the key of the upsert",
            "`id` is null, but it is the key of the upsert");
    assertThat(DATABASE.rows("SELECT id FROM keyed")).containsExactly("3");
  }

  @Test
  void putsRecordsOfOneKeyTogetherWhenTheirFieldsDiffer() {
    DATABASE.run(
        "CREATE TABLE merged (id numeric PRIMARY KEY, a int, b int, c int DEFAULT 9,"
            + " tx xid8 DEFAULT pg_current_xact_id())");
    DATABASE.run("INSERT INTO merged (id, a, b) VALUES (3, 30, 30)");
    var written =
        Written.by(
            DATABASE.upsert("merged"),
            "{'id': 1, 'a': 1}",
            "{'id': 1, 'b': 2}",
            "{'id': 1.0, 'a': 3}",
            "{'id': 2, 'b': 1, 'c': 1}",
            "{'id': 2, 'b': null}",
            "{'id': 3, 'b': 31}");
    assertThat(written.rejected()).isEmpty();
    assertThat(DATABASE.rows("SELECT id, a, b, c FROM merged ORDER BY id"))
        .containsExactly("1|3|2|9", "2|null|null|1", "3|30|31|9");
  }

  @Test
  void needsFewStatementsWhenFieldsAlternate() {
    DATABASE.run("CREATE TABLE hot (id int PRIMARY KEY, a int, b int)");
    DATABASE.run("CREATE TABLE statements (n int)");
    DATABASE.run(
        "CREATE FUNCTION count_statement() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO statements VALUES (1); RETURN NULL; END'");
    DATABASE.run("CREATE TRIGGER counted AFTER INSERT ON hot EXECUTE FUNCTION count_statement()");
    // One key only, and the fields change with every record.
    var batch =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{'id': 1, '" + (i % 2 == 0 ? 'a' : 'b') + "': " + i + "}");
    assertThat(Written.by(DATABASE.upsert("hot"), batch).rejected()).isEmpty();
    assertThat(DATABASE.rows("SELECT * FROM hot")).containsExactly("1|9998|9999");
    assertThat(Integer.parseInt(DATABASE.value("SELECT count(*) FROM statements"))).isLessThan(5);
  }

  @Test
  void writesRecordsWithAnyOfManyOptionalFields() {
    DATABASE.run("CREATE TABLE sparse (id int PRIMARY KEY, a int, b int, c int, d int, e int)");
    var fields = "abcde";
    for (var sink : Stream.of(DATABASE.insert("sparse"), DATABASE.upsert("sparse")).toList()) {
      var batch =
          IntStream.range(0, 3200)
              .mapToObj(
                  i ->
                      IntStream.range(0, 5)
                              .filter(bit -> (i >> bit & 1) == 1)
                              .mapToObj(bit -> ", '" + fields.charAt(bit) + "': " + i)
                              .reduce("{'id': " + i, String::concat)
                          + "}");
      assertThat(Written.by(sink, batch).rejected()).isEmpty();
      assertThat(DATABASE.rows("SELECT count(*), count(a), count(e), sum(c) FROM sparse"))
          .containsExactly("3200|1600|1600|2562400");
    }
  }

  @Test
  void leavesAnIdentityColumnItsNumber() {
    DATABASE.run(
        "CREATE TABLE numbered (id int GENERATED ALWAYS AS IDENTITY, code text UNIQUE, v int)");
    var sink = DATABASE.upsert("numbered", "code");
    Written.by(sink, "{'code': 'a', 'v': 1}", "{'id': 70, 'code': 'b', 'v': 1}");
    Written.by(sink, "{'id': 80, 'code': 'a', 'v': 2}");
    assertThat(DATABASE.rows("SELECT * FROM numbered ORDER BY id"))
        .containsExactly("1|a|2", "70|b|1");
  }
}
