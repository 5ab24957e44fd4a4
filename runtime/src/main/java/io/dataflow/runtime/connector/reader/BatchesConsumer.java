package io.dataflow.runtime.connector.reader;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.ReadTime;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads batch after batch on a thread of its own and gives each to the route. Nothing is read
/// behind a batch that failed: the flow says itself why, and the next start reads it again.
final class BatchesConsumer extends DefaultConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(BatchesConsumer.class);

  /// A stop waits for it at most.
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final BatchReader reader;
  private final SourceEvents events;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Retry retry = new Retry();
  private boolean ready;
  private ExecutorService thread;

  BatchesConsumer(
      BatchesEndpoint endpoint, Processor processor, BatchReader reader, SourceEvents events) {
    super(endpoint, processor);
    this.reader = reader;
    this.events = events;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    var threads = getEndpoint().getCamelContext().getExecutorServiceManager();
    thread = threads.newSingleThreadExecutor(this, getRouteId());
    thread.execute(this::run);
  }

  /// The batch in hand is finished, as long as a stop of the whole may take.
  @Override
  protected void doStop() throws Exception {
    stopping.countDown();
    var context = getEndpoint().getCamelContext();
    var patience =
        context
            .getShutdownStrategy()
            .getTimeUnit()
            .toMillis(context.getShutdownStrategy().getTimeout());
    context.getExecutorServiceManager().shutdownGraceful(thread, patience);
    super.doStop();
  }

  private void run() {
    try {
      boolean going = true;
      while (going && stopping.getCount() > 0) {
        going = read();
      }
    } catch (InterruptedException e) {
      LOG.debug("Reading was interrupted", e);
    } catch (FlowException e) {
      events.failed(e);
    } catch (RuntimeException | Error e) {
      // Nobody else would notice that this thread is gone.
      events.failed(
          new FlowException(
              getRouteId() + ": unexpected: " + e + ". Run again with LOG_LEVEL=debug.", e));
    }
  }

  private boolean read() throws InterruptedException {
    try {
      long begin = System.nanoTime();
      var batch = reader.next(PATIENCE);
      batch.ifPresent(it -> it.read(ReadTime.since(begin)));
      retry.reset();
      if (!ready) {
        ready = true;
        events.ready();
      }
      events.polled(batch.map(Batch::received).orElse(0));
      return give(batch);
    } catch (UnavailableException e) {
      ready = false;
      events.unavailable(e);
      return !stopping.await(retry.next().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Whether the flow has taken it.
  private boolean give(Optional<Batch> batch) {
    if (batch.isEmpty()) {
      if (reader.isExhausted()) {
        events.exhausted();
      }
      return true;
    }
    var exchange = createExchange(false);
    exchange.getMessage().setBody(batch.get());
    try {
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    boolean taken = !exchange.isFailed();
    if (!taken) {
      LOG.debug("The flow has not taken a batch", exchange.getException());
    }
    releaseExchange(exchange, false);
    return taken;
  }
}
