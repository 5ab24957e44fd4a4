package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;

/// What a person sees after Ctrl-C: one line, and nothing of what servers, flow and producer say
/// while they are taken away from each other. The servers see to it themselves that they end and
/// that their files are deleted.
final class Goodbye implements AutoCloseable {
  private final Terminal terminal;
  private final Thread hook = Thread.ofPlatform().name("goodbye").unstarted(this::say);

  Goodbye(Terminal terminal) {
    this.terminal = terminal;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void say() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    terminal.line("");
    terminal.line("Stopped. The servers and all they held are gone.");
    terminal.out().close();
    terminal.err().close();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException begun) {
      return; // The end of the process has begun, and the hook with it.
    }
  }
}
