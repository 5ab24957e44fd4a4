package io.dataflow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command that has all the others; by itself it can only ask for one of them.
@Command(
    name = "dataflow",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs, checks and shows data pipelines that are described in YAML.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, or problems were found", "2:used wrongly"},
    footer = {
      "",
      "Examples:",
      "  dataflow demo                      see a flow at work, with servers of its own",
      "  dataflow validate flow.yaml        all problems of a manifest at once",
      "  dataflow run flow.yaml             run it here, against the servers it names",
    })
final class DataflowCommand implements Runnable {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Log everything, and show where an unexpected error comes from.")
  boolean debug;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
