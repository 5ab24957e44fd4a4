package io.dataflow.operator.leader;

import java.time.Duration;

/// How long a Lease holds.
///
/// @param lease another replica takes over when the Lease has not been renewed for so long
/// @param renewal the holder takes the Lease for lost when it could not renew it for so long;
///     shorter, so that it has stopped before another one starts
/// @param retry between two tries to acquire or renew it
public record LeaseTimes(Duration lease, Duration renewal, Duration retry) {
  /// Those of the operator.
  public static final LeaseTimes DEFAULT =
      new LeaseTimes(Duration.ofSeconds(12), Duration.ofSeconds(8), Duration.ofSeconds(2));
}
