package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.StuckException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tries what may not be possible yet, a Secret that is still missing for example, again and again
/// until it works or until the pod ends.
public record Patience(CountDownLatch ending) {
  private static final long AGAIN_MILLISECONDS = 500;

  /// What is tried.
  @FunctionalInterface
  public interface Attempt<T> {
    T make() throws IOException;
  }

  /// The result, or nothing when the pod ends before there is one; `stuck` hears what is missing.
  public <T> Optional<T> result(Consumer<StuckException> stuck, Attempt<T> attempt)
      throws InterruptedException, IOException {
    do {
      try {
        return Optional.of(attempt.make());
      } catch (StuckException missing) {
        stuck.accept(missing);
      } catch (KubernetesClientException away) {
        stuck.accept(new StuckException("ContainerCreating", away.getMessage()));
      }
    } while (!ending.await(AGAIN_MILLISECONDS, TimeUnit.MILLISECONDS));
    return Optional.empty();
  }
}
