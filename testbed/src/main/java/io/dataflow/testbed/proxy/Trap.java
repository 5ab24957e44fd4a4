package io.dataflow.testbed.proxy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Waits in a [FaultProxy] for a moment; then the connection in which it comes stands still until
/// [#cut]. Neither the message that was held nor anything behind it goes any further.
public final class Trap {
  private final Moment moment;
  private final AtomicInteger left;
  private final CountDownLatch sprung = new CountDownLatch(1);
  private final CountDownLatch cut = new CountDownLatch(1);

  Trap(Moment moment, int skipped) {
    this.moment = moment;
    this.left = new AtomicInteger(skipped);
  }

  /// Waits for the moment.
  ///
  /// @return whether it has come in time
  public boolean await(Duration limit) throws InterruptedException {
    return sprung.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Cuts the connection that it holds, or the one that it will hold.
  public void cut() {
    cut.countDown();
  }

  /// Whether the message is the one that is waited for: of those that fit, so many go by first.
  boolean takes(Frame frame, Moment.Side side) {
    return side == moment.side()
        && frame.acts().contains(moment.act())
        && left.getAndDecrement() == 0;
  }

  /// Stands still until the connection is to be cut.
  void spring() throws InterruptedException {
    sprung.countDown();
    cut.await();
  }
}
