package io.dataflow.cli;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--now`, of every command that runs steps on samples.
final class NowOption {
  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "The time that the flow is told, as 2026-03-01T10:15:00Z; else the sample's, else now.")
  private Optional<Instant> time = Optional.empty();

  /// The time that was named.
  Optional<Instant> time() {
    return time;
  }
}
