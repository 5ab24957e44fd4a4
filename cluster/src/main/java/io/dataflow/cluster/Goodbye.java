package io.dataflow.cluster;

import java.io.OutputStream;
import java.io.PrintStream;

/// What a person sees after Ctrl-C: one line, and nothing of what the parts say while they are
/// taken away from each other. They see to it themselves that they end.
final class Goodbye implements AutoCloseable {
  private final Screen screen;
  private final Thread hook = Thread.ofPlatform().name("goodbye").unstarted(this::say);

  Goodbye(Screen screen) {
    this.screen = screen;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void say() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    screen.line("");
    screen.line("Stopped. The cluster, the servers and all they held are gone.");
    screen.out().close();
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
