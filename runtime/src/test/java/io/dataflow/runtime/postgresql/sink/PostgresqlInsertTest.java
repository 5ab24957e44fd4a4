package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.ErrorType;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostgresqlInsertTest {
  private static final Database DATABASE = Database.fresh();

  @Test
  void writesRecordsByTheNamesOfTheirFields() {
    DATABASE.run("CREATE TABLE plain (id int PRIMARY KEY, name text, price numeric)");
    var written =
        Written.by(
            DATABASE.insert("plain"),
            "{'id': 1, 'name': 'a', 'price': 1.50}",
            "{'price': 12345678901234567890.123456789, 'name': 'Zoë', 'id': 2}");
    assertThat(written.left()).isEmpty();
    assertThat(written.rejected()).isEmpty();
    assertThat(DATABASE.rows("SELECT * FROM plain ORDER BY id"))
        .containsExactly("1|a|1.50", "2|Zoë|12345678901234567890.123456789");
  }

  @Test
  void keepsTheRowThatIsThereAlready() {
    DATABASE.run("CREATE TABLE kept (id int PRIMARY KEY, name text)");
    DATABASE.run("INSERT INTO kept VALUES (2, 'old')");
    var written =
        Written.by(
            DATABASE.insert("kept"),
            Stream.of(1, 2, 3, 3).map(id -> "{'id': " + id + ", 'name': 'new'}"));
    assertThat(written.rejected()).isEmpty();
    assertThat(DATABASE.rows("SELECT * FROM kept ORDER BY id"))
        .containsExactly("1|new", "2|old", "3|new");
  }

  @Test
  void keepsTheFirstOfEachKeyWhenABatchComesAgain() throws Exception {
    DATABASE.run("CREATE TABLE again (id int PRIMARY KEY, name text)");
    try (var writer = Written.writer(DATABASE.insert("again"))) {
      for (var name : new String[] {"first", "second", "third"}) {
        var batch =
            IntStream.range(0, 1000).mapToObj(i -> "{'id': " + i + ", 'name': '" + name + "'}");
        assertThat(Written.by(writer, batch).rejected()).isEmpty();
      }
    }
    assertThat(DATABASE.rows("SELECT name, count(*) FROM again GROUP BY name"))
        .containsExactly("first|1000");
  }

  @Test
  void leavesAMissingFieldToTheDefaultOfItsColumn() {
    DATABASE.run("CREATE TABLE defaulted (id serial, state text DEFAULT 'new', note text)");
    Written.by(
        DATABASE.insert("defaulted"),
        "{'note': 'a'}",
        "{'state': 'old'}",
        "{'state': null, 'note': 'c'}",
        "{'note': 'd', 'id': 77}");
    assertThat(DATABASE.rows("SELECT state, note FROM defaulted ORDER BY note, state"))
        .containsExactly("new|a", "null|c", "new|d", "old|null");
    assertThat(DATABASE.value("SELECT id FROM defaulted WHERE note = 'd'")).isEqualTo("77");
  }

  @Test
  void refusesARecordWithAFieldThatIsNoColumn() {
    DATABASE.run("CREATE TABLE strict (id int)");
    var written = Written.by(DATABASE.insert("strict"), "{'id': 1}", "{'id': 2, 'extra': 1}");
    assertThat(DATABASE.rows("SELECT id FROM strict")).containsExactly("1");
    assertThat(written.reasons())
        .containsExactly(
            "the table `strict` has no column `extra`. Take the field out with a `remove` or"
                + " `select` step, or add the column.");
    assertThat(written.rejected().getFirst().stage()).isEqualTo("sink:main");
    assertThat(written.rejected().getFirst().type()).isEqualTo(ErrorType.INVALID_DATA);
  }

  @Test
  void refusesWhatIsNoObject() {
    DATABASE.run("CREATE TABLE objects (id int)");
    var written =
        Written.by(
            DATABASE.insert("objects"), "{'id': 1}", "", "no json", "[1]", "'text'", "null", "{}");
    assertThat(DATABASE.rows("SELECT id FROM objects")).containsExactly("1");
    assertThat(written.reasons())
        .containsExactly(
            "the body is empty",
            "the body is not JSON: expected `null` at byte 1",
            "the body is a JSON array, but a row needs an object",
            "the body is a JSON string, but a row needs an object",
            "the body is a JSON null, but a row needs an object",
            "the body is an empty object, but a row needs at least one field");
  }

  @Test
  void writesNoMoreRowsInATransactionThanBatchSizeSays() {
    DATABASE.run("CREATE TABLE sized (id int, tx xid8 DEFAULT pg_current_xact_id())");
    var sink = DATABASE.insert("sized");
    var three =
        new PostgresqlSink(
            sink.connectionString(),
            sink.table(),
            Optional.of(3),
            10,
            false,
            false,
            sink.conflictKey());
    Written.by(three, IntStream.range(0, 8).mapToObj(i -> "{'id': " + i + "}"));
    assertThat(DATABASE.rows("SELECT count(*), min(id) FROM sized GROUP BY tx ORDER BY 2"))
        .containsExactly("3|0", "3|3", "2|6");
  }

  @Test
  void writesABatchInOneTransactionAlsoWhenItsRecordsDiffer() {
    DATABASE.run(
        "CREATE TABLE one (id int, a int DEFAULT 7, b int DEFAULT 8, tx xid8 DEFAULT"
            + " pg_current_xact_id())");
    Written.by(
        DATABASE.insert("one"),
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    switch (i % 3) {
                      case 0 -> "{'id': " + i + "}";
                      case 1 -> "{'id': " + i + ", 'a': 1}";
                      default -> "{'id': " + i + ", 'b': 1}";
                    }));
    assertThat(DATABASE.rows("SELECT count(*), count(DISTINCT tx), sum(a), sum(b) FROM one"))
        .containsExactly("300|1|1500|1700");
  }

  @Test
  void writesABatchInWhichEveryRecordHasOtherFields() {
    var columns =
        IntStream.range(0, 300).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", "));
    DATABASE.run("CREATE TABLE wide (id int PRIMARY KEY, " + columns + ")");
    var batch =
        IntStream.range(0, 3000)
            .mapToObj(i -> "{'id': " + i + ", 'c" + i % 300 + "': 1, 'c" + i % 299 + "': 2}");
    assertThat(Written.by(DATABASE.insert("wide"), batch).reasons()).isEmpty();
    assertThat(DATABASE.rows("SELECT count(*), count(c7), count(c299) FROM wide"))
        .containsExactly("3000|20|10");
  }

  @Test
  void refusesRecordsWithEverNewFieldsWithoutKeepingTheirNames() {
    DATABASE.run("CREATE TABLE maps (id int)");
    var batch = IntStream.range(0, 20_000).mapToObj(i -> "{'id': " + i + ", 'key-" + i + "': 1}");
    var written = Written.by(DATABASE.insert("maps"), batch);
    assertThat(written.rejected()).hasSize(20_000);
    assertThat(written.left()).isEmpty();
  }
}
