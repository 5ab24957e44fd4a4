package io.dataflow.operator;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets none of a client's requests go, from some moment on: as when its process is stopped, or
/// what it sends is not answered by anybody.
public final class RequestFreeze implements Interceptor {
  private final CountDownLatch thawed = new CountDownLatch(1);
  private final AtomicInteger held = new AtomicInteger();
  private volatile boolean frozen;

  /// From now on.
  public void begin() {
    frozen = true;
  }

  /// Requests that are held.
  public int held() {
    return held.get();
  }

  /// Lets all of them go.
  public void end() {
    frozen = false;
    thawed.countDown();
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (frozen) {
      held.incrementAndGet();
      try {
        thawed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while it was held", e);
      }
    }
  }
}
