package io.dataflow.cli.manifest;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.util.List;
import java.util.stream.Collectors;

/// The file of the one flow that a command runs.
public record FlowFile(String name, Terminal terminal) {
  private static final String NAMELESS = "flow";

  /// The flow, or that it cannot run, and then all that is wrong has been shown. So have the
  /// warnings been in either case.
  public Loading load(Secrets secrets) {
    try {
      var file = ManifestFile.read(name, terminal.in());
      return switch (Manifest.parse(file.text()).bind(secrets)) {
        case Reading.Valid valid -> {
          new ProblemList(terminal, terminal.err()).show(name, valid.warnings());
          yield new Loading.Loaded(named(valid.flow()), valid.cron(), file.fingerprint());
        }
        case Reading.Invalid invalid -> refused(invalid.problems());
      };
    } catch (CommandException unreadable) {
      return refused(List.of(new Problem("", unreadable.getMessage())));
    }
  }

  private Loading refused(List<Problem> problems) {
    var list = new ProblemList(terminal, terminal.err());
    list.show(name, problems);
    terminal.err().println(name + " cannot run: " + list.summary());
    return new Loading.Refused(
        problems.stream()
            .filter(Problem::isError)
            .map(Problem::toString)
            .collect(Collectors.joining("\n")));
  }

  /// A spec alone has no name, and logs, metrics and JMX need one.
  private static DataFlow named(DataFlow flow) {
    return flow.metadata().name().isEmpty()
        ? flow.named(flow.metadata().namespace(), NAMELESS)
        : flow;
  }
}
