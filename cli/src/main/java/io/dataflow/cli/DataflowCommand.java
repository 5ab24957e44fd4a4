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
    synopsisHeading = "%nUsage: ",
    synopsisSubcommandLabel = "COMMAND",
    header = "Runs, checks and shows data pipelines that are described in YAML.",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, or problems were found", "2:used wrongly"},
    footer = {
      "",
      "Examples:",
      "  dataflow demo                      see a flow at work",
      "  dataflow cluster                   see it on Kubernetes, on this machine",
      "  dataflow validate flow.yaml        all problems of a manifest at once",
      "  dataflow explain flow.yaml         what it does to a message, step by step",
      "  dataflow run flow.yaml             run it here",
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
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "a command is missing.");
  }
}
