package io.dataflow.operator;

import picocli.CommandLine;

/// What `/manager` runs.
public final class Main {
  private Main() {}

  /// Runs the operator until it is told to end, or the subcommand that the words name.
  public static void main(String[] args) {
    var environment = System.getenv();
    System.exit(
        new CommandLine(new ManagerCommand(environment))
            .addSubcommand(new UninstallCommand(environment))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }
}
