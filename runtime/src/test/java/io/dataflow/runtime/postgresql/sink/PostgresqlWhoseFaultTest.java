package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.testbed.Servers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Errors whose SQLSTATE does not say whether a record, the world or the set-up is at fault.
class PostgresqlWhoseFaultTest {
  private static final Database DATABASE = Database.fresh();

  static {
    DATABASE.run("CREATE EXTENSION ltree; CREATE EXTENSION hstore");
  }

  private static String table(String columns) {
    var table = Servers.freshName("fault");
    DATABASE.run("CREATE TABLE " + table + " (" + columns + ")");
    return table;
  }

  private static void trigger(String table, String when, String body) {
    DATABASE.run(
        "CREATE FUNCTION "
            + table
            + "_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            + body
            + " RETURN NEW; END $$");
    DATABASE.run(
        "CREATE TRIGGER t %s INSERT ON %s FOR EACH ROW EXECUTE FUNCTION %s_f()"
            .formatted(when, table, table));
  }

  /// A single quote stands for a double one. No reason has the value.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "tsquery     | secretword &            | 42601",
        "jsonpath    | $.secretword ==         | 42601",
        "ltree       | secretword..b           | 42601",
        "hstore      | secretword=>            | 42601",
        "regclass    | secretword              | 42P01",
        "regprocedure| secretword(int)         | 42883",
        "regtype     | secretword              | 42704",
        "int         | secretword              | 22P02",
        "xid8        | secretword              | 22P02",
      })
  void whatCopyRefusesIsItsRecordsFaultWhateverTheState(String type, String value, String state) {
    var table = table("id int, v " + type);
    for (int size : new int[] {1, 3}) {
      var bodies =
          IntStream.range(0, size)
              .mapToObj(i -> "{'id': " + i + (i == 0 ? ", 'v': '" + value + "'}" : "}"));
      var written = Written.by(DATABASE.insert(table), bodies);
      assertThat(written.left()).isEmpty();
      assertThat(written.reasons())
          .singleElement()
          .asString()
          .contains("SQLSTATE " + state, "table `" + table + "`", "column `v`")
          .doesNotContain("secretword");
      assertThat(written.rejected().getFirst().type()).isEqualTo(ErrorType.INVALID_DATA);
    }
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({"BEFORE, ORD01", "AFTER, ORD01", "BEFORE, 45000", "AFTER, P0001", "BEFORE, 28000"})
  void whatATriggerRaisesIsTheRecordsFaultWhateverTheState(String when, String state) {
    var table = table("id int, card text");
    trigger(
        table,
        when,
        "IF NEW.id % 10 = 7 THEN RAISE EXCEPTION 'the card % is bad', NEW.card USING ERRCODE = '"
            + state
            + "'; END IF;");
    var bodies =
        IntStream.range(0, 30).mapToObj(i -> "{'id': " + i + ", 'card': '4111-" + i + "'}");
    var written = Written.by(DATABASE.insert(table), bodies);
    assertThat(written.reasons())
        .hasSize(3)
        .allMatch(reason -> reason.contains("the card … is bad") && reason.contains(state));
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("27");
  }

  /// PostGIS raises XX000 for a text that is no geometry; so does this function, without a line.
  @Test
  void anInternalErrorForOneRecordIsItsFault() {
    var table = table("id int, g text");
    trigger(
        table,
        "AFTER",
        "IF NEW.g LIKE 'POINT(%' AND NEW.g NOT LIKE '%)' THEN"
            + " RAISE EXCEPTION 'parse error - invalid geometry \"%\"', NEW.g"
            + " USING ERRCODE = 'XX000'; END IF;");
    for (int size : new int[] {1, 100}) {
      var bodies =
          IntStream.range(0, size)
              .mapToObj(i -> "{'id': " + i + ", 'g': 'POINT(1" + (i == size / 2 ? "'}" : ")'}"));
      var written = Written.by(DATABASE.insert(table), bodies);
      assertThat(written.reasons())
          .containsExactly(
              "PostgreSQL refuses the row: parse error - invalid geometry (table `"
                  + table
                  + "`, SQLSTATE XX000)");
    }
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("99");
  }

  @ParameterizedTest
  @CsvSource({"BEFORE, 2", "AFTER, 2", "BEFORE, 2000", "AFTER, 2000"})
  void aTriggerThatCannotRunIsTheSetUpsFault(String when, int records) {
    var table = table("id int");
    trigger(table, when, "PERFORM no_such_function(NEW.id);");
    var sink = DATABASE.insert(table);
    var bodies = IntStream.range(0, records).mapToObj(i -> "{'id': " + i + "}");
    assertThatThrownBy(() -> Written.by(sink, bodies))
        .isInstanceOf(FlowException.class)
        .hasMessageStartingWith("sink:main: ")
        .hasMessageContaining("refused for one reason and none is written")
        .hasMessageContaining("function no_such_function(integer) does not exist")
        .hasMessageContaining("Correct the table, its triggers or its rights");
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("0");
  }

  @Test
  void oneRecordAloneProvesNothingAgainstTheSetUp() {
    var table = table("id int");
    trigger(table, "BEFORE", "PERFORM no_such_function(NEW.id);");
    var written = Written.by(DATABASE.insert(table), "{'id': 1}");
    assertThat(written.reasons()).singleElement().asString().contains("SQLSTATE 42883");
  }

  @Test
  void aTriggerThatCannotRunForSomeRecordsIsTheirFault() {
    var table = table("id int");
    trigger(table, "AFTER", "IF NEW.id IN (3, 4) THEN PERFORM no_such_function(NEW.id); END IF;");
    var written =
        Written.by(
            DATABASE.insert(table), IntStream.range(0, 9).mapToObj(i -> "{'id': " + i + "}"));
    assertThat(written.rejectedBodies()).containsExactly("{\"id\": 3}", "{\"id\": 4}");
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("7");
  }

  @Test
  void anUpsertIsJudgedInTheSameWay() {
    var table = table("id int PRIMARY KEY, q tsquery");
    var written =
        Written.by(
            DATABASE.upsert(table),
            "{'id': 1, 'q': 'a & b'}",
            "{'id': 2, 'q': 'secretword &'}",
            "{'id': 3, 'q': 'c'}");
    assertThat(written.reasons()).singleElement().asString().doesNotContain("secretword");
    assertThat(DATABASE.rows("SELECT id FROM " + table + " ORDER BY id")).containsExactly("1", "3");
  }
}
