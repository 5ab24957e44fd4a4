package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What one container is doing and what it did before, in the words of its status.
public final class ContainerHistory {
  private final Container container;
  private final Runnable changed;
  private ContainerState state = waitingFor("ContainerCreating", "");
  private ContainerState before = new ContainerState();
  private boolean started;
  private boolean ready;
  private int runs;

  /// How many of the runs a status has told of: the count and what came before change together.
  private int told;

  public ContainerHistory(Container container, Runnable changed) {
    this.container = container;
    this.changed = changed;
  }

  /// The time as the API server keeps it, in whole seconds.
  public static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// The container's name.
  public String name() {
    return container.getName();
  }

  /// The container's image.
  public String image() {
    return container.getImage();
  }

  /// It waits to be started, for this reason.
  public void waiting(String reason, String message) {
    become(waitingFor(reason, message));
  }

  /// A run begins, and it gets the next number.
  public synchronized int begin() {
    return runs++;
  }

  /// Its run has started.
  public void running() {
    become(new ContainerStateBuilder().withNewRunning(now()).build());
  }

  /// Its run has ended in this way.
  public void terminated(ContainerStateTerminated end) {
    become(new ContainerStateBuilder().withTerminated(end).build());
  }

  /// What the probes have found out about the run that goes on.
  public void probed(boolean isStarted, boolean isReady) {
    synchronized (this) {
      if (state.getRunning() == null || (started == isStarted && ready == isReady)) {
        return;
      }
      started = isStarted;
      ready = isReady;
    }
    changed.run();
  }

  private void become(ContainerState next) {
    synchronized (this) {
      if (state.getTerminated() != null) {
        before = state;
      }
      if (next.getWaiting() == null) {
        told = runs;
      }
      state = next;
      started = false;
      ready = false;
    }
    changed.run();
  }

  private static ContainerState waitingFor(String reason, String message) {
    var waiting = new ContainerStateBuilder().withNewWaiting().withReason(reason);
    return (message.isEmpty() ? waiting : waiting.withMessage(message)).endWaiting().build();
  }

  /// Whether its readiness probe said so last.
  public synchronized boolean isReady() {
    return ready;
  }

  /// Whether a run goes on.
  public synchronized boolean isRunning() {
    return state.getRunning() != null;
  }

  /// Whether it has not begun its first run.
  public synchronized boolean isFresh() {
    return runs == 0 && state.getTerminated() == null;
  }

  /// Whether its last run has ended well, and no other has begun.
  public synchronized boolean hasSucceeded() {
    return state.getTerminated() != null && state.getTerminated().getExitCode() == 0;
  }

  /// Whether its last run has ended, well or not.
  public synchronized boolean hasEnded() {
    return state.getTerminated() != null;
  }

  /// The number of the run that goes on or was the last, from 0; `previous` for the one before it.
  public synchronized int run(boolean previous) {
    return runs - (previous ? 2 : 1);
  }

  /// All of it as the pod's status says it.
  public synchronized ContainerStatus status() {
    return new ContainerStatusBuilder()
        .withName(container.getName())
        .withImage(container.getImage())
        .withImageID(told == 0 ? "" : "fake://" + container.getImage())
        .withState(state)
        .withLastState(before)
        .withStarted(started)
        .withReady(ready)
        .withRestartCount(Math.max(0, told - 1))
        .build();
  }
}
