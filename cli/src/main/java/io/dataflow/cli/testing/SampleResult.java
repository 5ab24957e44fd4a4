package io.dataflow.cli.testing;

import io.dataflow.cli.sample.SampleReport;
import java.nio.file.Path;
import java.time.Duration;

/// How a sample went, and how long it took.
public sealed interface SampleResult {
  /// The sample's directory.
  Path folder();

  /// How long it took.
  Duration time();

  /// Whether all is as the sample says.
  boolean passed();

  /// How many messages went in.
  int messages();

  /// What came out was compared with what the sample says.
  record Compared(SampleReport report, Duration time) implements SampleResult {
    @Override
    public Path folder() {
      return report.folder();
    }

    @Override
    public boolean passed() {
      return report.differences().isEmpty();
    }

    @Override
    public int messages() {
      return report.messages();
    }
  }

  /// Its files make no sample.
  ///
  /// @param why what is wrong with them
  record Unusable(Path folder, String why, Duration time) implements SampleResult {
    @Override
    public boolean passed() {
      return false;
    }

    @Override
    public int messages() {
      return 0;
    }
  }
}
