package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresqlFlatMetadataTest {
  private static final Database DATABASE = Database.fresh();

  private static Message login(long offset, Map<String, Object> more) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("topic", "logins");
    metadata.put("partition", 2);
    metadata.put("offset", offset);
    metadata.put("timestamp", Instant.parse("2026-01-05T08:00:00.25Z"));
    metadata.putAll(more);
    return Database.message("{'id': 7}", metadata);
  }

  @Test
  void eachPieceIsAColumnOfItsType() {
    var sink =
        DATABASE.settings(
            "table: flat, rawMode: true, autoCreateTable: true, flattenMetadataColumns: true,"
                + " flattenMetadataColumnsPrefix: kafka_");
    var written =
        Written.by(
            sink,
            List.of(
                login(41, Map.of()),
                login(42, Map.of("key", "2026-01-05T08:00:00Z")),
                login(43, Map.of("headers", Map.of("a", "b"), "flag", true))));
    assertThat(written.reasons()).isEmpty();
    assertThat(
            DATABASE.rows(
                "SELECT column_name, data_type FROM information_schema.columns"
                    + " WHERE table_name = 'flat' AND column_name LIKE 'kafka%' ORDER BY 1"))
        .containsExactly(
            "kafka_flag|boolean",
            "kafka_headers|jsonb",
            "kafka_key|text",
            "kafka_offset|bigint",
            "kafka_partition|bigint",
            "kafka_timestamp|timestamp with time zone",
            "kafka_topic|text");
    assertThat(
            DATABASE.rows(
                "SELECT id, data, kafka_offset, kafka_topic, kafka_key, kafka_timestamp,"
                    + " kafka_headers, kafka_flag FROM flat ORDER BY id"))
        .containsExactly(
            "1|{\"id\": 7}|41|logins|null|2026-01-05 08:00:00.25+00|null|null",
            "2|{\"id\": 7}|42|logins|2026-01-05T08:00:00Z|2026-01-05 08:00:00.25+00|null|null",
            "3|{\"id\": 7}|43|logins|null|2026-01-05 08:00:00.25+00|{\"a\": \"b\"}|t");
  }

  @Test
  void whatNoColumnTakesIsLeftOutAndTheRowWritten() {
    DATABASE.run(
        "CREATE TABLE narrow (id serial, data jsonb, topic text, \"offset\" bigint, key int)");
    var sink = DATABASE.settings("table: narrow, rawMode: true, flattenMetadataColumns: true");
    var written =
        Written.by(
            sink,
            List.of(
                login(1, Map.of("id", 77, "more", 1)),
                login(2, Map.of("key", "none")),
                login(3, Map.of("key", "3"))));
    assertThat(written.reasons())
        .singleElement()
        .asString()
        .contains("type integer (column `key` of type integer")
        .doesNotContain("none");
    assertThat(DATABASE.rows("SELECT topic, \"offset\", key FROM narrow ORDER BY 2"))
        .containsExactly("logins|1|null", "logins|3|3");
    assertThat(DATABASE.rows("SELECT id FROM narrow WHERE id = 77")).isEmpty();
  }

  @Test
  void aPieceNeverTakesThePlaceOfTheBody() {
    DATABASE.run("CREATE TABLE body (data jsonb, topic text)");
    var sink = DATABASE.settings("table: body, rawMode: true, flattenMetadataColumns: true");
    assertThat(Written.by(sink, List.of(login(1, Map.of("data", "x")))).reasons())
        .singleElement()
        .asString()
        .contains("the metadata `data` would be in the column of the body");
  }

  @Test
  void metadataCanBeTheKeyOfAnUpsert() {
    var sink =
        DATABASE.settings(
            "table: once, rawMode: true, autoCreateTable: true, flattenMetadataColumns: true,"
                + " upsertMode: true, conflictKey: 'topic, partition, offset'");
    Written.by(sink, List.of(login(1, Map.of()), login(2, Map.of())));
    Written.by(sink, List.of(login(2, Map.of()), login(3, Map.of())));
    assertThat(DATABASE.rows("SELECT \"offset\" FROM once ORDER BY 1"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void aTableWithOneColumnForAllOfItIsRefused() {
    DATABASE.run("CREATE TABLE raw (data jsonb, _metadata jsonb)");
    var sink = DATABASE.settings("table: raw, rawMode: true, flattenMetadataColumns: true");
    assertThatThrownBy(() -> Written.by(sink, List.of()))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("the table `raw` has one for all of it, `_metadata`");
  }
}
