package io.dataflow.operator;

/// What `/manager` runs.
public final class Main {
  private Main() {}

  /// Runs the operator until it is told to end.
  public static void main(String[] args) {
    System.exit(new picocli.CommandLine(new ManagerCommand(System.getenv())).execute(args));
  }
}
