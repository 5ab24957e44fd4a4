package io.dataflow.testbed.cluster;

import java.time.Duration;
import java.time.Instant;

/// Tells a person who waits for something long that it goes on, a line every half minute.
final class Progress implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final String what;
  private final Instant start = Instant.now();
  private final Thread thread;

  private Progress(String what) {
    this.what = what;
    this.thread = Thread.ofVirtual().unstarted(this::repeat);
  }

  static Progress of(String what) {
    var progress = new Progress(what);
    progress.say("begins");
    progress.thread.start();
    return progress;
  }

  void say(String state) {
    var seconds = Duration.between(start, Instant.now()).toSeconds();
    System.err.printf("testbed: %s: %s (%d s)%n", what, state, seconds);
  }

  private void repeat() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        say("goes on");
      }
    } catch (InterruptedException closed) {
      return;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
