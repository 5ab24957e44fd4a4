package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where many values do not fit their column's type, the server skips their rows, and nothing is
/// sent twice.
class PostgresqlSkippedRowsTest {
  private static final Database DATABASE = Database.fresh();

  private static void create(String table) {
    DATABASE.run("CREATE TABLE " + table + " (id int PRIMARY KEY, v int, w text)");
  }

  private static String row(int id, String v) {
    return "{'id': " + id + ", 'v': '" + v + "'}";
  }

  private static long rollbacks() {
    var question = "SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()";
    return Long.parseLong(DATABASE.value(question));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThousandRefusalsAreNotAThousandTries(boolean upsert) {
    var table = "tried_" + upsert;
    create(table);
    long before = rollbacks();
    var rows = IntStream.range(0, 10_000).mapToObj(i -> row(i, i % 10 == 3 ? "poison" : "" + i));
    var sink = upsert ? DATABASE.upsert(table) : DATABASE.insert(table);
    assertThat(Written.by(sink, rows).rejected()).hasSize(1000);
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("9000");
    assertThat(rollbacks() - before).isLessThan(10);
  }

  /// The server writes far more notices than a connection holds while nobody reads.
  @Test
  void hundredThousandInARowAreLeftOut() {
    create("flood");
    var rows = IntStream.range(0, 100_000).mapToObj(i -> row(i, "x"));
    var written = Written.by(DATABASE.insert("flood"), rows);
    assertThat(written.rejected()).hasSize(100_000);
    assertThat(written.rejectedBodies().get(77_777)).contains("\"id\": 77777,");
  }

  @Test
  void greatRowsAndGreatValuesAreLeftOutOrWritten() {
    create("great");
    var text = "long \\\\ \\n text ".repeat(100_000);
    var rows =
        IntStream.range(0, 40)
            .mapToObj(i -> i % 4 == 0 ? row(i, "great ".repeat(100_000)) : row(i, "" + i))
            .map(row -> row.replace("}", ", 'w': '" + text + "'}"));
    var written = Written.by(DATABASE.insert("great"), rows);
    assertThat(written.rejected()).hasSize(10);
    assertThat(written.reasons()).allMatch(reason -> !reason.contains("great great"));
    assertThat(DATABASE.rows("SELECT count(*), min(length(w)) FROM great"))
        .containsExactly("30|" + "long \\ \n text ".repeat(100_000).length());
  }

  @Test
  void aValueWithEscapesIsNamedAsItIs() {
    DATABASE.run("CREATE TABLE escaped (v varchar(6), n int)");
    var written =
        Written.by(
            DATABASE.insert("escaped"),
            "{'v': 'a', 'n': 'x'}",
            "{'v': '\\n\\t\\\\\\r\\u00e4b', 'n': 1}",
            "{'v': '\\n\\t\\\\\\r\\u00e4bc', 'n': 2}");
    assertThat(written.rejectedBodies()).hasSize(2);
    assertThat(written.reasons().getLast()).contains("too long", "`v`", "22001");
    assertThat(DATABASE.rows("SELECT n FROM escaped")).containsExactly("1");
  }

  @Test
  void theLastValueOfAKeyThatTheTableTakesStays() {
    create("keys");
    var rows =
        Stream.of(
            row(1, "bad"), row(2, "1"), row(2, "2"), row(2, "bad"), row(3, "bad"), row(3, "3"));
    var written = Written.by(DATABASE.upsert("keys"), rows);
    assertThat(written.rejected()).hasSize(3);
    assertThat(DATABASE.rows("SELECT id, v FROM keys ORDER BY id")).containsExactly("2|2", "3|3");
  }

  @Test
  void anotherColumnsRuleIsBrokenInBetween() {
    DATABASE.run("CREATE TABLE both_rules (id int PRIMARY KEY, v int CHECK (v < 100))");
    var rows =
        IntStream.range(0, 300)
            .mapToObj(i -> row(i, i % 7 == 0 ? "bad" : i % 11 == 0 ? "500" : "1"));
    var written = Written.by(DATABASE.insert("both_rules"), rows);
    int bad = (int) IntStream.range(0, 300).filter(i -> i % 7 == 0 || i % 11 == 0).count();
    assertThat(written.rejected()).hasSize(bad);
    assertThat(DATABASE.value("SELECT count(*) FROM both_rules")).isEqualTo("" + (300 - bad));
  }

  @Test
  void aServerThatKeepsItsNoticesIsAskedForThem() {
    create("quiet");
    DATABASE.run("CREATE ROLE quiet LOGIN SUPERUSER PASSWORD 'q'");
    DATABASE.run("ALTER ROLE quiet SET client_min_messages = error");
    var quiet = DATABASE.connectionString().replaceFirst("//[^@]*@", "//quiet:q@");
    var plain = DATABASE.insert("quiet");
    var sink =
        new PostgresqlSink(
            new Secret(quiet),
            plain.table(),
            plain.batchSize(),
            10,
            false,
            false,
            plain.conflictKey());
    long before = rollbacks();
    var rows = IntStream.range(0, 1000).mapToObj(i -> row(i, i % 2 == 0 ? "bad" : "1"));
    assertThat(Written.by(sink, rows).rejected()).hasSize(500);
    assertThat(rollbacks() - before).isLessThan(10);
  }

  @Test
  void aTriggerThatTalksLikeTheServerIsNotBelieved() {
    create("talking");
    DATABASE.run(
        "CREATE FUNCTION talk() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE NOTICE"
            + " 'skipping row due to data type incompatibility at line 2 for column \"v\": \"1\"';"
            + " RETURN NEW; END$$");
    DATABASE.run("CREATE TRIGGER t BEFORE INSERT ON talking FOR EACH ROW EXECUTE FUNCTION talk()");
    var rows = IntStream.range(0, 100).mapToObj(i -> row(i, i % 10 == 0 ? "bad" : "1"));
    assertThat(Written.by(DATABASE.insert("talking"), rows).rejectedBodies())
        .hasSize(10)
        .allMatch(body -> body.contains("bad"));
  }

  @Test
  void aColumnThatTakesMoreMeanwhileGetsIt() {
    create("changed");
    try (var writer = Written.writer(DATABASE.insert("changed"))) {
      writer.open();
      assertThat(Written.by(writer, row(1, "bad"), row(2, "2"), row(3, "bad")).rejected())
          .hasSize(2);
      DATABASE.run("ALTER TABLE changed ALTER v TYPE jsonb USING to_jsonb(v)");
      Await.until(
          "the writer has seen the new type",
          Duration.ofSeconds(30),
          () -> Written.by(writer, row(4, "good")).rejected().isEmpty());
      assertThat(DATABASE.value("SELECT v FROM changed WHERE id = 4")).isEqualTo("\"good\"");
    } catch (UnavailableException e) {
      throw new AssertionError(e);
    }
  }
}
