package io.dataflow.operator;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Does something in the moment before the operator's next request to an address that ends so: what
/// somebody else may do at any time, at the worst one.
public final class RequestInterceptor implements Interceptor {
  private final String pathEnd;
  private final AtomicReference<Runnable> action;

  /// @param pathEnd how the request's path ends
  public RequestInterceptor(String pathEnd, Runnable action) {
    this.pathEnd = pathEnd;
    this.action = new AtomicReference<>(action);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (request.uri().getPath().endsWith(pathEnd)) {
      Optional.ofNullable(action.getAndSet(null)).ifPresent(Runnable::run);
    }
  }

  /// Whether it has been done.
  public boolean isOver() {
    return action.get() == null;
  }
}
