package io.dataflow.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");

  @TempDir private Path folder;

  @Test
  void saysWhatTheOperatorReads() {
    var guarantees = new LinkedHashMap<String, String>();
    guarantees.put("sink:main", "effectively once");
    guarantees.put("sink:errors", "at least once");
    var status = new Status(StatusState.RUNNING, "Running.", 7, 2, Optional.of(NOON), guarantees);
    assertThat(new String(status.json()))
        .matches(
            "\\{\"instance\":\"[0-9a-f]{24,}\",\"state\":\"running\",\"message\":\"Running.\","
                + "\"processedCount\":7,\"errorCount\":2,"
                + "\"lastProcessedTime\":\"2026-01-31T12:00:00.123Z\","
                + "\"guarantee\":\\{\"sink:main\":\"effectively once\","
                + "\"sink:errors\":\"at least once\"}}");
  }

  @Test
  void hasNoTimeBeforeAnythingWasProcessed() {
    assertThat(new String(Status.stopped().json()))
        .doesNotContain("lastProcessedTime", "guarantee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ж", "\u0001", "𝄞", "\""})
  void cutsALongMessageAndStaysJson(String character) {
    var json = Status.failed(character.repeat(9000)).json();
    assertThat(json.length).isBetween(3000, Status.MOST_BYTES);
    var message = ((JsonObject) Json.parse(json)).get("message").orElseThrow().text();
    assertThat(message).startsWith(character.repeat(10)).endsWith("…");
  }

  @Test
  void leavesLastWordsWhereKubernetesHasMadeAFileForThem() throws Exception {
    var file = Files.writeString(folder.resolve("log"), "what was said before, and is much longer");
    LastWords.of(Map.of("TERMINATION_MESSAGE_PATH", file.toString())).say(Status.failed("why"));
    assertThat(file).content().contains("\"state\":\"failed\",\"message\":\"why\"").endsWith("}");
  }

  @Test
  void saysNothingWhereNobodyListens() {
    var file = folder.resolve("none");
    LastWords.of(Map.of("TERMINATION_MESSAGE_PATH", file.toString())).say(Status.stopped());
    assertThat(file).doesNotExist();
  }
}
