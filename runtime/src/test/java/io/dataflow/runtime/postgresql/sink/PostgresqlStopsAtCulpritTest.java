package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.testbed.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Without an error sink nobody takes a refused record: what precedes it is written, nothing
/// behind.
class PostgresqlStopsAtCulpritTest {
  private static final Database DATABASE = Database.fresh();

  private final List<Rejected> rejected = new ArrayList<>();

  private List<String> write(PostgresqlSink sink, List<Message> messages) {
    try (var writer = PostgresqlSinkFactory.writer(sink, "sink:main", true)) {
      writer.write(messages, rejected, Mark.none());
    } catch (UnavailableException e) {
      throw new AssertionError(e);
    }
    return rejected.stream().map(each -> new String(each.message().original())).toList();
  }

  private static Stream<String> rows(int count, int poisoned, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'id': " + i + ", 'v': " + (i % 1000 == poisoned ? value : i) + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'x', false",
    "799, 'x', false",
    "999, 'x', false",
    "799, 'x', true",
    // No row, and found before it is sent.
    "799, 1.5, false",
    "0, 1.5, true",
    // No line is named: a rule at the end of the statement.
    "799, -7, false",
  })
  void writesWhatIsBeforeTheCulpritAndNothingBehind(int poisoned, String value, boolean upsert) {
    var table = Servers.freshName("stops");
    DATABASE.run("CREATE TABLE allowed (v int PRIMARY KEY)".replace("allowed", table + "_allowed"));
    DATABASE.run("INSERT INTO " + table + "_allowed SELECT generate_series(0, 5000)");
    DATABASE.run(
        "CREATE TABLE %1$s (id int PRIMARY KEY, v int REFERENCES %1$s_allowed)".formatted(table));
    var sink = upsert ? DATABASE.upsert(table) : DATABASE.insert(table);
    var json = value.equals("x") ? "'x'" : value;
    var messages = Database.messages(rows(2000, poisoned, json));

    assertThat(write(sink, messages))
        .containsExactly(("{'id': " + poisoned + ", 'v': " + json + "}").replace('\'', '"'));
    assertThat(messages).hasSize(2000 - poisoned - 1);
    assertThat(DATABASE.rows("SELECT count(*), coalesce(max(id), -1) FROM " + table))
        .containsExactly(poisoned + "|" + (poisoned - 1));
  }

  @Test
  void aSecondCulpritBehindTheFirstIsNotLookedAt() {
    DATABASE.run("CREATE TABLE two (id int PRIMARY KEY, v int)");
    var messages = Database.messages(rows(3000, 500, "'x'"));
    assertThat(write(DATABASE.insert("two"), messages)).hasSize(1);
    assertThat(messages).hasSize(2499);
    assertThat(DATABASE.value("SELECT count(*) FROM two")).isEqualTo("500");
  }

  @Test
  void aTableIsNotCreatedBeyondTheCulprit() {
    var sink = DATABASE.sink("made", false, Optional.empty(), true);
    var messages = Database.messages("{'id': 1}", "[]", "{'id': 2}");
    assertThat(write(sink, messages)).containsExactly("[]");
    assertThat(messages).hasSize(1);
    assertThat(DATABASE.rows("SELECT id FROM made")).containsExactly("1");
  }
}
