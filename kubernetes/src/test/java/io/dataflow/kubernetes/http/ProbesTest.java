package io.dataflow.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private static final ListenAddress ANY = ListenAddress.parse("127.0.0.1:0", Optional.empty());

  private final AtomicBoolean synced = new AtomicBoolean();
  private final HttpEndpoint port =
      HttpEndpoint.open(
          ANY, Probes.pages(Map.of("caches synced", synced::get, "webhook serves", () -> true)));
  private final PageReader reader = new PageReader(port.port());

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void isAliveAtOnce() throws Exception {
    assertThat(reader.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(reader.get("/healthz").body()).isEqualTo("ok\n");
  }

  @Test
  void isReadyWhenAllConditionsHold() throws Exception {
    assertThat(reader.get("/readyz").statusCode()).isEqualTo(503);
    assertThat(reader.get("/readyz").body())
        .isEqualTo("not ready\n[-] caches synced\n[+] webhook serves\n");
    synced.set(true);
    assertThat(reader.get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void aConditionThatBreaksDoesNotHold() {
    var pages =
        Probes.pages(
            Map.of(
                "it",
                () -> {
                  throw new IllegalStateException();
                }));
    try (var broken = HttpEndpoint.open(ANY, pages)) {
      assertThat(new PageReader(broken.port()).get("/readyz").statusCode()).isEqualTo(503);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    assertThat(reader.get("/healthzz").statusCode()).isEqualTo(404);
    assertThat(reader.get("/").body()).isEqualTo("not found. There is /healthz, /readyz.\n");
    assertThat(reader.post("/healthz").statusCode()).isEqualTo(405);
  }

  @Test
  void aTakenPortIsNamed() {
    var taken = ListenAddress.parse("127.0.0.1:" + port.port(), Optional.empty());
    assertThatThrownBy(() -> HttpEndpoint.open(taken, Map.of()))
        .isInstanceOf(PortException.class)
        .hasMessageStartingWith("port 127.0.0.1:" + port.port() + " cannot be opened: ");
  }
}
