package io.dataflow.runtime.connector.polling;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/// Runs the polls of a Camel consumer one after the other, each when the last one says: at once
/// while there are rows, after the poll interval when there are none, with back-off after a
/// failure. Camel's own scheduler knows one delay for all of these.
public final class Pace extends ServiceSupport implements ScheduledPollConsumerScheduler {
  private final String sourceType;
  private final Supplier<Duration> pause;
  private CamelContext camelContext;
  private Consumer consumer;
  private Runnable poll;
  private ScheduledExecutorService thread;
  private volatile boolean running;

  /// @param sourceType names the thread: `postgresql`
  /// @param pause asked after each poll
  public Pace(String sourceType, Supplier<Duration> pause) {
    this.sourceType = sourceType;
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
            .newSingleThreadScheduledExecutor(consumer, "source:" + sourceType);
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
