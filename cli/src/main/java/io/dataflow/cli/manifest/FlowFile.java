package io.dataflow.cli.manifest;

import io.dataflow.api.model.Problem;
import io.dataflow.api.model.Secrets;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;

/// The file of the one flow that a command runs.
public record FlowFile(String name, Terminal terminal) {
  private static final String NAMELESS = "flow";

  /// The flow; empty when it cannot run, and then all that is wrong has been shown. So have the
  /// warnings been in either case.
  public Optional<DataFlow> load(Secrets secrets) {
    var list = new ProblemList(terminal, terminal.err());
    var reading = read(secrets);
    return switch (reading) {
      case Reading.Valid valid -> {
        list.show(name, valid.warnings());
        yield Optional.of(named(valid.flow()));
      }
      case Reading.Invalid invalid -> {
        list.show(name, invalid.problems());
        terminal.err().println(name + " cannot run: " + list.summary());
        yield Optional.empty();
      }
    };
  }

  /// A spec alone has no name, and logs, metrics and JMX need one.
  private static DataFlow named(DataFlow flow) {
    return flow.metadata().name().isEmpty()
        ? flow.named(flow.metadata().namespace(), NAMELESS)
        : flow;
  }

  private Reading read(Secrets secrets) {
    try {
      return Manifest.parse(ManifestFile.read(name, terminal.in()).text()).bind(secrets);
    } catch (CommandException unreadable) {
      return new Reading.Invalid(List.of(new Problem("", unreadable.getMessage())));
    }
  }
}
