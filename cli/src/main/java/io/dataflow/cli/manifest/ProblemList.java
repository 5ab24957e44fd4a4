package io.dataflow.cli.manifest;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.List;

/// Shows what is wrong with files, a line each, and keeps count.
public final class ProblemList {
  private final Terminal terminal;
  private final PrintWriter out;
  private int errors;
  private int warnings;

  /// Nothing yet.
  public ProblemList(Terminal terminal, PrintWriter out) {
    this.terminal = terminal;
    this.out = out;
  }

  /// Shows problems of a file.
  public void show(String file, List<Problem> problems) {
    for (var problem : problems) {
      if (problem.isError()) {
        errors++;
      } else {
        warnings++;
      }
      var colour = problem.isError() ? Colour.RED : Colour.YELLOW;
      out.println(terminal.paint(colour, file) + ": " + problem);
    }
    out.flush();
  }

  /// Whether anything keeps a flow from running.
  public boolean hasErrors() {
    return errors > 0;
  }

  /// How many there are of each.
  public String summary() {
    return (errors == 0 ? "no problems" : Amount.count(errors, "problem"))
        + (warnings == 0 ? "" : ", " + Amount.count(warnings, "warning"));
  }
}
