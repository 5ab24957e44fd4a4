package io.dataflow.testbed.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.testbed.Servers;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests to a real ClickHouse, broken at moments that only a proxy can choose.
class HttpFaultTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String table = "default." + Servers.freshName("numbers");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private FaultProxy proxy;

  @BeforeEach
  void start() {
    proxy = FaultProxy.start(0, Servers.clickhouse().port(), HttpWire::new);
    Servers.clickhouse()
        .run("CREATE TABLE " + table + " (seq Int32) ENGINE = MergeTree ORDER BY tuple()");
  }

  @AfterEach
  void stop() {
    client.close();
    proxy.close();
  }

  @Test
  void anInsertThatIsHeldNeverReachesTheServer() throws Exception {
    breaksAt(Moment.before(Act.WRITE));
    assertThat(rows()).isZero();
  }

  @Test
  void anInsertWhoseAnswerIsHeldIsDone() throws Exception {
    breaksAt(Moment.after(Act.COMMIT));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aQuestionIsNoMoment() throws Exception {
    proxy.trap(Moment.before(Act.WRITE), 0);
    assertThat(ask("SELECT count() FROM " + table).strip()).isEqualTo("0");
  }

  private void breaksAt(Moment moment) throws Exception {
    var trap = proxy.trap(moment, 0);
    var asked = CompletableFuture.supplyAsync(() -> insert(7));
    assertThat(trap.await(LIMIT)).isTrue();
    assertThat(asked).isNotDone();
    trap.cut();
    assertThatThrownBy(asked::join).hasRootCauseInstanceOf(IOException.class);
  }

  private String insert(int number) {
    try {
      return ask("INSERT INTO " + table + " VALUES (" + number + ")");
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// With the statement in the address, as the sink sends an INSERT.
  private String ask(String sql) throws IOException, InterruptedException {
    var address =
        "http://127.0.0.1:%d/?wait_end_of_query=1&query=%s"
            .formatted(proxy.port(), URLEncoder.encode(sql, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("X-ClickHouse-User", ClickHouseServer.USER)
            .header("X-ClickHouse-Key", ClickHouseServer.PASSWORD)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private long rows() {
    return Long.parseLong(Servers.clickhouse().run("SELECT count() FROM " + table).strip());
  }
}
