package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String CANARY = "canary-4711";

  @TempDir Path folder;
  private Path words;

  @BeforeEach
  void makeTheFileAsKubernetesDoes() throws IOException {
    words = Files.createFile(folder.resolve("termination-log"));
  }

  @Test
  void sayHowANormalEndWas() throws Exception {
    var flow = KafkaFlow.fresh();
    flow.produce(500);
    try (var process = start(flow.manifest(folder), FreePort.any())) {
      Await.until("the records", LIMIT, () -> flow.written().size() == 500);
      assertThat(process.endsOn("TERM", LIMIT)).isZero();
    }
    assertThat(word("state")).isEqualTo("stopped");
    assertThat(word("processedCount")).isEqualTo("500");
    assertThat(word("lastProcessedTime")).isNotEmpty();
  }

  @Test
  void sayAllThatIsWrongWithTheSpec() throws Exception {
    var spec = Files.writeString(folder.resolve("spec.json"), "{\"source\":{\"type\":\"kafka\"}}");
    assertThat(end(spec)).isOne();
    assertThat(word("state")).isEqualTo("failed");
    assertThat(word("message")).contains("spec.source.config").contains("spec.sink: missing.");
  }

  @Test
  void sayWhyTheFlowCannotRunAndNoSecret() throws Exception {
    var database = Servers.freshDatabase();
    var user = Servers.freshName("user");
    Servers.postgresql().createUser(user, "another");
    var url =
        "postgres://%s:%s@127.0.0.1:%d/%s"
            .formatted(user, CANARY, Servers.postgresql().port(), database);
    var value = Files.createDirectories(folder.resolve("secrets/db"));
    Files.writeString(value.resolve("url"), url);
    assertThat(end(manifest())).isOne();
    assertThat(word("state")).isEqualTo("failed");
    assertThat(word("message")).contains("the server refuses user or password");
    assertThat(words).content().doesNotContain(CANARY);
  }

  @Test
  void sayThatItWaitedInVainWhenItIsToldToEndBeforeItBegan() throws Exception {
    Files.createDirectories(folder.resolve("secrets/db"));
    var nobody = "postgres://nobody:" + CANARY + "@127.0.0.1:" + FreePort.any() + "/none";
    Files.writeString(folder.resolve("secrets/db/url"), nobody);
    var port = FreePort.any();
    try (var process = start(manifest(), port)) {
      Await.until("the status", LIMIT, () -> Http.get(port, "/status").contains("\"waiting\""));
      assertThat(Http.get(port, "/status")).contains("\"message\":\"").doesNotContain(CANARY);
      assertThat(process.endsOn("TERM", LIMIT)).isZero();
    }
    assertThat(word("state")).isEqualTo("stopped");
  }

  private Path manifest() throws IOException {
    var database = "{type: postgresql, config: {connectionStringSecretRef: {name: db, key: url}, ";
    return Files.writeString(
        folder.resolve("flow.yaml"),
        "source: %stable: a}}\nsink: %stable: b}}".formatted(database, database));
  }

  private int end(Path spec) throws Exception {
    try (var process = start(spec, FreePort.any())) {
      return process.ends(LIMIT);
    }
  }

  private CommandProcess start(Path spec, int port) throws IOException {
    return CommandProcess.start(
        folder.resolve("log"),
        List.of(
            "processor",
            "--spec-path=" + spec,
            "--secrets-path=" + folder.resolve("secrets"),
            "--port=" + port),
        Map.of("TERMINATION_MESSAGE_PATH", words.toString(), "BIND_ADDRESS", "127.0.0.1"));
  }

  private String word(String name) throws IOException {
    return ((JsonObject) Json.parse(Files.readAllBytes(words))).get(name).orElseThrow().text();
  }
}
