package io.dataflow.testbed.cluster.container;

import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Optional;

/// One probe again and again, in the rhythm of its manifest, and what it takes to believe it.
record ProbeLoop(LaunchPlan plan, Probe probe) {

  /// What hears of a probe's verdict; tells whether the probe shall go on.
  @FunctionalInterface
  interface Verdict {
    boolean hears(boolean healthy);
  }

  /// Calls `verdict` each time when enough probes in a row have said the same.
  void run(Verdict verdict) throws InterruptedException {
    var period = Duration.ofSeconds(orElse(probe.getPeriodSeconds(), 10));
    var every = plan.pod().host().settings().probePeriod();
    var pause = period.compareTo(every) < 0 ? period : every;
    var failures = ceil(period.multipliedBy(orElse(probe.getFailureThreshold(), 3)), pause);
    var successes = orElse(probe.getSuccessThreshold(), 1);
    var check = new ProbeCheck(plan, Duration.ofSeconds(orElse(probe.getTimeoutSeconds(), 1)));
    Thread.sleep(Duration.ofSeconds(orElse(probe.getInitialDelaySeconds(), 0)));
    var inARow = 0;
    var last = false;
    while (true) {
      var passed = check.passes(probe);
      inARow = passed == last ? inARow + 1 : 1;
      last = passed;
      if (inARow >= (passed ? successes : failures) && !verdict.hears(passed)) {
        return;
      }
      Thread.sleep(pause);
    }
  }

  private static long ceil(Duration whole, Duration part) {
    return Math.ceilDiv(whole.toMillis(), part.toMillis());
  }

  private static int orElse(Integer given, int usual) {
    return Optional.ofNullable(given).orElse(usual);
  }
}
