package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.PodSettings;
import java.time.Duration;

/// How long a container that has ended waits for its next run: not at all the first time, then
/// twice as long each time, and from the beginning again after a run that lasted.
final class BackOff {
  private final Duration first;
  private final Duration most;
  private int crashes;

  BackOff(PodSettings settings) {
    first = settings.firstBackOff();
    most = settings.mostBackOff();
  }

  /// The wait after a run that has taken so long.
  Duration after(Duration run) {
    if (run.compareTo(most.multipliedBy(2)) > 0) {
      crashes = 0;
    }
    crashes++;
    if (crashes == 1) {
      return Duration.ZERO;
    }
    var wait = first.multipliedBy(1L << Math.min(crashes - 2, 20));
    return wait.compareTo(most) < 0 ? wait : most;
  }
}
