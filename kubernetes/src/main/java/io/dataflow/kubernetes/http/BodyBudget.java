package io.dataflow.kubernetes.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The memory for the bodies of requests in hand, of all together: what is made of them is several
/// times as large. Two of the largest size fit in, or many small ones; a request for which there is
/// no room in time is answered with 503.
public final class BodyBudget {
  private static final int KIB = 1024;

  private final int largest;
  private final Duration timeout;
  private final Semaphore kibibytes;

  /// @param largest body, in bytes
  /// @param timeout until there has to be room for a request
  public BodyBudget(int largest, Duration timeout) {
    this.largest = largest;
    this.timeout = timeout;
    this.kibibytes = new Semaphore(2 * share(largest), true);
  }

  /// Handles a request when there is room for it.
  public void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
    int share = share(length(exchange));
    if (!isAcquired(share)) {
      TextResponse.of(503, "too many requests at once. Try again.\n").send(exchange);
      return;
    }
    try {
      handler.handle(exchange);
    } finally {
      kibibytes.release(share);
    }
  }

  /// What the request says that its body has, else the most that it can have.
  private long length(HttpExchange exchange) {
    var length = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return length == null ? largest : Math.clamp(Long.parseLong(length.strip()), 0, largest);
    } catch (NumberFormatException _) {
      return largest;
    }
  }

  private static int share(long bytes) {
    return (int) (bytes / KIB) + 1;
  }

  private boolean isAcquired(int share) {
    try {
      return kibibytes.tryAcquire(share, timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
