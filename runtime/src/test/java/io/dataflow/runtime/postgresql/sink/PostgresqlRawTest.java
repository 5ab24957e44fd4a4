package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresqlRawTest {
  private static final Database DATABASE = Database.fresh();

  private static Message login(String body) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("topic", "logins");
    metadata.put("partition", 2);
    metadata.put("offset", 41L);
    metadata.put("key", "u7");
    metadata.put("timestamp", Instant.parse("2026-01-05T08:00:00Z"));
    return Database.message(body, metadata);
  }

  @Test
  void theTableIsThereAtTheStart() throws Exception {
    try (var writer =
        Written.writer(
            DATABASE.settings("table: empty_raw, rawMode: true, autoCreateTable: true"))) {
      writer.open();
    }
    assertThat(
            DATABASE.rows(
                "SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                    + " WHERE table_name = 'empty_raw' ORDER BY ordinal_position"))
        .containsExactly(
            "id|integer|NO",
            "data|jsonb|NO",
            "_metadata|jsonb|YES",
            "created_at|timestamp without time zone|YES",
            "updated_at|timestamp without time zone|YES",
            "deleted_at|timestamp without time zone|YES");
    assertThat(
            DATABASE.rows(
                "SELECT split_part(indexdef, 'USING ', 2) FROM pg_indexes"
                    + " WHERE tablename = 'empty_raw' ORDER BY 1"))
        .containsExactly("btree (id)", "gin (data)");
  }

  @Test
  void theBodyAndWhatIsKnownOfItAreOneColumnEach() {
    var sink = DATABASE.settings("table: logins, rawMode: true, autoCreateTable: true");
    var written =
        Written.by(
            sink,
            List.of(
                login("{'id': 7, 'kind': 'login', 'big': 12345678901234567890.10}"),
                login("[1, {'a': 2}]"),
                login("'text'"),
                login("not json"),
                login("{}")));
    assertThat(written.rejectedBodies()).containsExactly("not json");
    var metadata =
        "{\"key\": \"u7\", \"topic\": \"logins\", \"offset\": 41, \"partition\": 2,"
            + " \"timestamp\": \"2026-01-05T08:00:00.000Z\"}";
    assertThat(DATABASE.rows("SELECT id, data, _metadata FROM logins ORDER BY id"))
        .containsExactly(
            "1|{\"id\": 7, \"big\": 12345678901234567890.10, \"kind\": \"login\"}|" + metadata,
            "2|[1, {\"a\": 2}]|" + metadata,
            "3|\"text\"|" + metadata,
            "4|{}|" + metadata);
    assertThat(DATABASE.value("SELECT count(*) FROM logins WHERE created_at IS NULL"))
        .isEqualTo("0");
  }

  @Test
  void aWrappedBodyIsTakenApart() {
    DATABASE.run("CREATE TABLE wrapped (data jsonb, _metadata json)");
    Written.by(
        DATABASE.settings("table: wrapped, rawMode: true"),
        List.of(
            login("{'value': {'id': 1}, '_metadata': {'from': 'x'}}"),
            login("{'_metadata': {}, 'value': 5}"),
            login("{'value': 1, '_metadata': {}, 'more': 2}"),
            login("{'value': 1, '_metadata': 'x'}")));
    assertThat(DATABASE.rows("SELECT data, _metadata->>'topic' IS NULL FROM wrapped ORDER BY ctid"))
        .containsExactly(
            "{\"id\": 1}|t",
            "5|t",
            "{\"more\": 2, \"value\": 1, \"_metadata\": {}}|f",
            "{\"value\": 1, \"_metadata\": \"x\"}|f");
  }

  @Test
  void anUpsertNeedsAKeyOfItsOwn() {
    DATABASE.run("CREATE TABLE bodies (data jsonb UNIQUE, _metadata jsonb, n int DEFAULT 0)");
    var sink =
        DATABASE.settings("table: bodies, rawMode: true, upsertMode: true, conflictKey: data");
    Written.by(sink, List.of(login("{'a': 1}"), Database.message("{'a': 1.0}"), login("{'a': 2}")));
    assertThat(DATABASE.rows("SELECT data->'a', _metadata->'offset' FROM bodies ORDER BY 1"))
        .containsExactly("1.0|null", "2|41");
  }

  @Test
  void aTableWithoutTheColumnsIsRefusedAtTheStart() {
    DATABASE.run("CREATE TABLE half (data jsonb)");
    assertThatThrownBy(() -> Written.by(DATABASE.settings("table: half, rawMode: true"), List.of()))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining(
            "`rawMode` writes the column `_metadata`, and the table `half` has none. Leave"
                + " `rawMode` out, or run: ALTER TABLE half ADD COLUMN _metadata jsonb");
  }
}
