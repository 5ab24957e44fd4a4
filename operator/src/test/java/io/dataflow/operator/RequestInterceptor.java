package io.dataflow.operator;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Does something in the moment before the operator's next request to an address that ends so: what
/// somebody else may do at any time, at the worst one.
public final class RequestInterceptor implements Interceptor {
  private final String address;
  private final AtomicReference<Runnable> deed;

  /// @param address how the request's path ends
  public RequestInterceptor(String address, Runnable deed) {
    this.address = address;
    this.deed = new AtomicReference<>(deed);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (request.uri().getPath().endsWith(address)) {
      Optional.ofNullable(deed.getAndSet(null)).ifPresent(Runnable::run);
    }
  }

  /// Whether it has been done.
  public boolean isOver() {
    return deed.get() == null;
  }
}
