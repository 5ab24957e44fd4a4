package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Commits;
import java.time.Duration;
import java.time.Instant;

/// What one run has shown.
///
/// @param process its CPU time and memory
/// @param opened when it could read its first record
/// @param commits when its rows were committed
record LapResult(MeasuredProcess process, Instant opened, Commits commits) {
  /// Records a second between the first poll and the last commit.
  double rate() {
    return commits.last().rows() / seconds(opened, commits.last().when());
  }

  /// Records a second between the first commit and the last: without what comes before the first
  /// rows. With one commit alone there is no such figure, and it is 0.
  double flow() {
    var rows = commits.last().rows() - commits.first().rows();
    return rows == 0 ? 0 : rows / seconds(commits.first().when(), commits.last().when());
  }

  /// Seconds from the start of the process to the last commit.
  double wallSeconds() {
    return seconds(process.started(), commits.last().when());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
