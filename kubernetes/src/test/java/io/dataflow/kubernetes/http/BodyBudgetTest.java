package io.dataflow.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  private static final int LARGEST = 8 << 10;

  private final BodyBudget budget = new BodyBudget(LARGEST, Duration.ofSeconds(1));
  private final CountDownLatch held = new CountDownLatch(2);
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            budget.handle(
                exchange,
                it -> {
                  held.countDown();
                  await(released);
                  TextResponse.of(200, "handled\n").send(it);
                });
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
    client.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<HttpResponse<String>> post(BodyPublisher body) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return client.sendAsync(
        HttpRequest.newBuilder(address).POST(body).build(), BodyHandlers.ofString());
  }

  @Test
  void twoOfTheLargestFitInAndAThirdIsRefusedInTime() {
    var first = post(BodyPublishers.ofByteArray(new byte[LARGEST]));
    // Nobody knows how long a body without a length becomes.
    var second = post(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[] {1})));
    await(held);
    assertThat(post(BodyPublishers.ofString("small")).join())
        .returns(503, HttpResponse::statusCode)
        .returns("too many requests at once. Try again.\n", HttpResponse::body);
    released.countDown();
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(second.join().statusCode()).isEqualTo(200);
    assertThat(post(BodyPublishers.ofString("small")).join().statusCode()).isEqualTo(200);
  }
}
