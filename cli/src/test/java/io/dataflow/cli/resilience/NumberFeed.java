package io.dataflow.cli.resilience;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Somebody who goes on and on sending numbers to a topic, so that whatever happens to a flow
/// happens while it works.
final class NumberFeed implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(50);

  private final NumberTopic topic;
  private final int portion;
  private final AtomicLong next = new AtomicLong();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  /// Sends that many numbers twenty times a second.
  NumberFeed(NumberTopic topic, int portion) {
    this.topic = topic;
    this.portion = portion;
    this.thread = Thread.ofPlatform().name("feed").start(this::send);
  }

  private void send() {
    try (var producer = topic.producer()) {
      while (!end.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        var from = next.get();
        NumberTopic.sendAll(producer, topic.records(from, from + portion));
        next.addAndGet(portion);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends no more, and returns how many numbers are in the topic.
  long end() throws InterruptedException {
    end.countDown();
    thread.join();
    return next.get();
  }

  @Override
  public void close() throws InterruptedException {
    end();
  }
}
