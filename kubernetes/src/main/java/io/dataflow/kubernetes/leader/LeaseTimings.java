package io.dataflow.kubernetes.leader;

import java.time.Duration;

/// How long a Lease holds.
///
/// @param leaseDuration another replica takes over when the Lease has not been renewed for so long
/// @param renewDeadline the holder takes the Lease for lost when it could not renew it for so long;
///     shorter, so that it has stopped before another one starts
/// @param retryPeriod between two tries to acquire or renew it
public record LeaseTimings(Duration leaseDuration, Duration renewDeadline, Duration retryPeriod) {
  /// Those of an operator.
  public static final LeaseTimings DEFAULT =
      new LeaseTimings(Duration.ofSeconds(12), Duration.ofSeconds(8), Duration.ofSeconds(2));
}
