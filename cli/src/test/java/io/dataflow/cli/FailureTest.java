package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final StringWriter err = new StringWriter();
  private final DataflowCommand root = new DataflowCommand();

  @Test
  void whatIsKnownIsALine() {
    assertThat(shown(new CommandException("flow.yaml: no such file.")))
        .isEqualTo("dataflow: flow.yaml: no such file.\n");
  }

  @Test
  void whatIsNotKnownIsALineAndAHint() {
    assertThat(shown(new IllegalStateException("x\nat y")))
        .isEqualTo(
            "dataflow: unexpected: IllegalStateException: x\n"
                + "Run it again with --debug to see where this comes from.\n");
  }

  @Test
  void debuggingShowsWhereItComesFrom() {
    root.debug = true;
    assertThat(shown(new CommandException("a", new IllegalStateException("b"))))
        .contains("dataflow: a\n", "at io.dataflow.cli.FailureTest", "IllegalStateException: b");
  }

  private String shown(Exception thrown) {
    var terminal =
        Terminal.plain(
            InputStream.nullInputStream(), new PrintWriter(new StringWriter()), writer());
    assertThat(new Failure(terminal, root).handleExecutionException(thrown, null, null)).isOne();
    terminal.err().flush();
    return err.toString();
  }

  private PrintWriter writer() {
    return new PrintWriter(err);
  }
}
