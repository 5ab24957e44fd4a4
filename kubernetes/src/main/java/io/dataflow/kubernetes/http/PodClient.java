package io.dataflow.kubernetes.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a pod for a page, and takes neither forever nor everything: the limits are those of the
/// whole answer, which a pod that runs somebody's own image may well never end.
public final class PodClient implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .executor(threads)
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Duration limit;
  private final int largest;

  /// @param limit for the whole answer
  /// @param largest answer, in bytes
  public PodClient(Duration limit, int largest) {
    this.limit = limit;
    this.largest = largest;
  }

  /// Asks.
  ///
  /// @param accept what the pod is told to answer with
  public PodResponse get(URI page, String accept) throws InterruptedException {
    var request = HttpRequest.newBuilder(page).header("Accept", accept).build();
    var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), largest));
    try {
      return answer(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return new PodResponse.Failed(PodFailure.TIMEOUT);
    } catch (ExecutionException failure) {
      return new PodResponse.Failed(reason(failure.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static PodResponse answer(HttpResponse<String> answer) {
    return answer.statusCode() == 200
        ? new PodResponse.Page(answer.body())
        : new PodResponse.Failed(PodFailure.STATUS);
  }

  private static PodFailure reason(Throwable failure) {
    if (failure instanceof HttpTimeoutException) {
      return PodFailure.TIMEOUT;
    }
    boolean tooLarge =
        failure instanceof IOException
            && String.valueOf(failure.getMessage()).contains("exceeds capacity");
    return tooLarge ? PodFailure.SIZE : PodFailure.UNREACHABLE;
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
