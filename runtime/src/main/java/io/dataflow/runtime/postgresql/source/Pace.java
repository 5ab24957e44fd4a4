package io.dataflow.runtime.postgresql.source;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/// Runs camel-sql's polls one after the other, each when the last one says: at once while there are
/// rows, after the poll interval when there are none, with back-off after a failure. Camel's own
/// scheduler knows one delay for all of these.
final class Pace extends ServiceSupport implements ScheduledPollConsumerScheduler {
  private final Supplier<Duration> pause;
  private CamelContext camelContext;
  private Consumer consumer;
  private Runnable poll;
  private ScheduledExecutorService thread;
  private volatile boolean running;

  /// @param pause asked after each poll
  Pace(Supplier<Duration> pause) {
    this.pause = pause;
  }

  @Override
  public void onInit(Consumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public void scheduleTask(Runnable task) {
    poll = task;
  }

  @Override
  public void startScheduler() {
    if (!running) {
      running = true;
      thread.execute(this::run);
    }
  }

  private void run() {
    poll.run();
    if (running) {
      thread.schedule(this::run, pause.get().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void unscheduleTask() {
    running = false;
  }

  @Override
  public boolean isSchedulerStarted() {
    return running;
  }

  @Override
  protected void doStart() {
    thread =
        camelContext
            .getExecutorServiceManager()
            .newSingleThreadScheduledExecutor(consumer, "source:postgresql");
  }

  @Override
  protected void doStop() {
    running = false;
    camelContext.getExecutorServiceManager().shutdownNow(thread);
  }

  @Override
  public CamelContext getCamelContext() {
    return camelContext;
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    this.camelContext = camelContext;
  }
}
