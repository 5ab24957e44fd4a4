package io.dataflow.cli;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.EndpointPlace;
import io.dataflow.api.spec.Manifest;
import io.dataflow.cli.manifest.ManifestFile;
import io.dataflow.cli.manifest.ProblemList;
import io.dataflow.cli.manifest.TemplatesOption;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `dataflow validate`: all that is wrong with manifests, at once and without any server.
@Command(
    name = "validate",
    header = "Shows all problems of manifests at once.",
    description = {
      "",
      "A line for each problem: file, path, what is wrong and what to do. Needs neither servers"
          + " nor",
      "Secrets.",
      "",
    },
    footer = {
      "",
      "Examples:",
      "  dataflow validate flow.yaml samples/demo",
      "  kubectl get dataflow orders -o yaml | dataflow validate -",
    })
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Manifests, spec.json files, directories of them; - is what comes in.")
  private List<String> names;

  @Mixin private TemplatesOption templates;

  private final ProblemList problems;
  private int files;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
    this.problems = new ProblemList(terminal, terminal.out());
  }

  @Override
  public Integer call() {
    names.forEach(this::validate);
    terminal.line(Amount.count(files, "file") + ", " + problems.summary());
    return problems.hasErrors() ? 1 : 0;
  }

  private void validate(String name) {
    try {
      ManifestFile.named(name).forEach(this::validateFile);
    } catch (CommandException unreadable) {
      problems.show(name, List.of(new Problem("", unreadable.getMessage())));
    }
  }

  private void validateFile(String name) {
    files++;
    try {
      var flows = Manifest.read(ManifestFile.read(name, terminal.in()).text());
      for (var flow : flows) {
        problems.show(flows.size() == 1 ? name : name + ": " + flow.name(), problems(flow, name));
      }
    } catch (CommandException unreadable) {
      problems.show(name, List.of(new Problem("", unreadable.getMessage())));
    }
  }

  /// Of the manifest itself, and where it is right, of the templates that it names.
  private List<Problem> problems(Manifest flow, String name) {
    var all = new ArrayList<>(flow.problems());
    flow.outline()
        .filter(it -> !EndpointPlace.all(it.spec()).isEmpty())
        .ifPresent(it -> all.addAll(templates.beside(name).problems(it.spec())));
    return all;
  }
}
