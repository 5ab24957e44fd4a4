package io.dataflow.cli.chaos;

import io.dataflow.cli.chaos.oracle.Ledger;
import io.dataflow.cli.chaos.oracle.Routing;
import io.dataflow.cli.chaos.world.SourceFeed;
import io.dataflow.cli.terminal.CommandException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Goes on feeding a source at a steady rate, so that whatever happens to the flow happens while it
/// works.
final class Feeding implements AutoCloseable {
  private static final int TIMES_A_SECOND = 20;

  private final SourceFeed feed;
  private final Routing routing;
  private final Ledger ledger;
  private final int portion;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  Feeding(SourceFeed feed, Routing routing, Ledger ledger, int rate) {
    this.feed = feed;
    this.routing = routing;
    this.ledger = ledger;
    this.portion = Math.max(1, rate / TIMES_A_SECOND);
    this.thread = Thread.ofPlatform().name("feeding").daemon().start(this::run);
  }

  private void run() {
    try (feed) {
      while (!end.await(1000 / TIMES_A_SECOND, TimeUnit.MILLISECONDS)) {
        long from = ledger.size();
        feed.send(from, from + portion);
        for (long number = from; number < from + portion; number++) {
          ledger.add(routing.of(number).sink());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  /// Feeds no more, and returns when the ledger is complete.
  void end() throws InterruptedException {
    end.countDown();
    thread.join();
    if (failure.isPresent()) {
      throw new CommandException(failure.get().getMessage(), failure.get());
    }
  }

  @Override
  public void close() throws InterruptedException {
    end.countDown();
    thread.join();
  }
}
