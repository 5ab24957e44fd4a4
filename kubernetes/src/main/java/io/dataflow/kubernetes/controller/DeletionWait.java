package io.dataflow.kubernetes.controller;

import io.fabric8.kubernetes.client.dsl.Informable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits until nothing of a kind is there any more.
public final class DeletionWait {
  private DeletionWait() {}

  /// Whether it is so in time.
  public static <T> boolean within(Duration timeout, Informable<T> objects)
      throws InterruptedException {
    var empty = objects.informOnCondition(List::isEmpty);
    try {
      empty.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the watch has ended: " + e.getCause().getMessage(), e);
    } finally {
      empty.cancel(true);
    }
  }
}
