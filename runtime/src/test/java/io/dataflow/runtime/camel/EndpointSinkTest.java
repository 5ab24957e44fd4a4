package io.dataflow.runtime.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files into an HTTP server and into files: what it takes, what it refuses, and when it is away.
class EndpointSinkTest {
  @TempDir Path folder;

  private static final String ERRORS =
      "errors: {type: camel, config: {uri: 'file:FOLDER/dead', headers: {CamelFileName:"
          + " '${$.original_message.id}.json'}}}\n";

  private static String http(HttpPeer peer) {
    return "sink: {type: camel, config: {uri: '" + peer.address() + "/orders', attempts: 2}}\n";
  }

  @Test
  void eachMessageIsARequestAndTheFilesAreMovedWhenTheServerHasIt() throws Exception {
    try (var peer = HttpPeer.accepting()) {
      var flow = new CamelFlow(folder, http(peer)).reads("{\"id\": 1}", "{\"id\": 2}");
      try (var run = flow.run()) {
        assertThat(run.failure()).isEmpty();
      }
      assertThat(peer.bodies()).containsExactly("{\"id\": 1}", "{\"id\": 2}");
      assertThat(flow.in("in")).isEmpty();
      assertThat(flow.in("in/.camel")).hasSize(2);
    }
  }

  @Test
  void aRefusedMessageCostsItselfAndNobodySeesItsValues() throws Exception {
    try (var peer =
        new HttpPeer(
            body ->
                body.contains("4111")
                    ? new HttpPeer.Answer(422, "card 4111222233334444 refused")
                    : new HttpPeer.Answer(200, ""))) {
      var flow =
          new CamelFlow(folder, http(peer) + ERRORS)
              .reads("{\"id\": 1}", "{\"id\": 2, \"card\": \"4111222233334444\"}", "{\"id\": 3}");
      try (var run = flow.run()) {
        assertThat(run.failure()).isEmpty();
      }
      assertThat(peer.bodies()).containsExactly("{\"id\": 1}", "{\"id\": 3}");
      var dead = flow.in("dead").getFirst();
      var reason = dead.substring(dead.indexOf("\"error\""));
      assertThat(reason).contains("sink:main", "HttpOperationFailedException", "422");
      assertThat(dead.replaceFirst("\"original_message\":\\{[^}]*}", "")).doesNotContain("4111");
      assertThat(peer.logins()).hasSize(4);
    }
  }

  @Test
  void whileTheServerIsBusyTheSameMessageIsTriedAndNoneIsDead() throws Exception {
    var busy = new AtomicInteger(3);
    try (var peer =
        new HttpPeer(_ -> new HttpPeer.Answer(busy.getAndDecrement() > 0 ? 503 : 200, ""))) {
      var flow = new CamelFlow(folder, http(peer) + ERRORS).reads("{\"id\": 1}", "{\"id\": 2}");
      try (var run = flow.run()) {
        assertThat(run.failure()).isEmpty();
      }
      assertThat(peer.bodies()).containsExactly("{\"id\": 1}", "{\"id\": 2}");
      assertThat(flow.in("dead")).isEmpty();
    }
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsAway() throws Exception {
    var slow = new AtomicInteger(1);
    try (var peer =
        new HttpPeer(
            _ -> {
              if (slow.getAndDecrement() > 0) {
                LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
              }
              return new HttpPeer.Answer(200, "");
            })) {
      var rest = "sink: {type: camel, config: {uri: '" + peer.address() + "', timeLimit: 300ms}}\n";
      var flow = new CamelFlow(folder, rest).reads("{\"id\": 1}");
      try (var run = flow.start(Optional.empty())) {
        TestFlow.await(() -> run.troubles().containsKey("sink:main"));
        assertThat(run.troubles().get("sink:main")).contains("has not answered within 300 ms");
        TestFlow.await(() -> run.counters().acknowledged() == 1);
      }
      assertThat(peer.bodies()).isNotEmpty();
    }
  }

  @Test
  void withoutAnErrorSinkTheFlowEndsBeforeTheRefusedMessage() throws Exception {
    try (var peer = new HttpPeer(body -> new HttpPeer.Answer(body.contains("2") ? 400 : 200, ""))) {
      var flow =
          new CamelFlow(folder, http(peer)).reads("{\"id\": 1}", "{\"id\": 2}", "{\"id\": 3}");
      try (var run = flow.run()) {
        assertThat(run.failure().orElseThrow())
            .startsWith("sink:main: HttpOperationFailedException")
            .contains("400");
      }
      assertThat(peer.bodies()).containsExactly("{\"id\": 1}");
      assertThat(flow.in("in")).containsExactly("{\"id\": 2}", "{\"id\": 3}");
    }
  }

  @Test
  void aFileIsNamedByAHeader() throws Exception {
    var flow =
        new CamelFlow(
                folder,
                "sink: {type: camel, config: {uri: 'file:FOLDER/out', headers: {CamelFileName:"
                    + " '${$.id}.json'}}}\n")
            .reads("{\"id\": \"b\"}", "{\"id\": \"a\"}");
    try (var run = flow.run()) {
      assertThat(run.failure()).isEmpty();
    }
    assertThat(flow.in("out")).containsExactly("{\"id\": \"a\"}", "{\"id\": \"b\"}");
    assertThat(folder.resolve("out/a.json")).exists();
  }
}
