package io.dataflow.testbed;

import java.io.OutputStream;
import java.io.PrintStream;

/// What a person sees after Ctrl-C: one line, and nothing of what servers and their users say while
/// they are taken away from each other. They see to it themselves that they end and that their
/// files are deleted.
public final class Goodbye implements AutoCloseable {
  private final Runnable words;
  private final Thread hook = Thread.ofPlatform().name("goodbye").unstarted(this::say);

  /// Says it when the process ends before this is closed.
  ///
  /// @param words writes them, and closes what could write after them
  public Goodbye(Runnable words) {
    this.words = words;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void say() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    words.run();
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
