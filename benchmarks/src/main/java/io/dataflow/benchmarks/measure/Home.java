package io.dataflow.benchmarks.measure;

import java.nio.file.Path;

/// Where the project is; the scripts say it.
public final class Home {
  private Home() {}

  /// The project's folder.
  public static Path folder() {
    var named = System.getProperty("dataflow.home");
    if (named == null) {
      throw new IllegalStateException("start this with one of the scripts in benchmarks/");
    }
    return Path.of(named);
  }
}
