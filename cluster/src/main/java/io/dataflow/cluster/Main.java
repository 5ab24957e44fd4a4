package io.dataflow.cluster;

import java.util.logging.LogManager;
import picocli.CommandLine;

/// What `./dataflow cluster` runs.
public final class Main {
  private Main() {}

  /// Runs the command and ends the process: 0 done, 1 failed, 2 used wrongly.
  public static void main(String[] args) {
    // Libraries would speak of slow threads while everything starts at once.
    LogManager.getLogManager().reset();
    System.exit(new CommandLine(new ClusterCommand(Terminal.ofProcess())).execute(args));
  }
}
