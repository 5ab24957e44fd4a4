package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/// What happens before, in and after each of camel-sql's polls: rows become batches, the position
/// moves with them, and a failure is told to the flow and decides when to try again.
final class Polls implements PollingConsumerPollStrategy, ExceptionHandler, Processor {
  private final SourceTable table;
  private final Progress progress;
  private final KeptConnection database;
  private final SourceEvents events;
  private final Duration interval;
  private final Retry backoff = new Retry();
  private Optional<Chunks> chunks = Optional.empty();
  private Duration pause;
  private boolean ready;
  private boolean over;
  private volatile StatefulService consumer;

  Polls(
      SourceTable table,
      Progress progress,
      KeptConnection database,
      SourceEvents events,
      Duration interval) {
    this.table = table;
    this.progress = progress;
    this.database = database;
    this.events = events;
    this.interval = interval;
    this.pause = interval;
  }

  /// How long to wait now. Asked once after each poll; a poll that did not take place, because the
  /// route is suspended, says nothing, and then the interval counts.
  Duration pause() {
    var answer = pause;
    pause = interval;
    return answer;
  }

  @Override
  public boolean begin(Consumer poller, Endpoint endpoint) {
    consumer = (StatefulService) poller;
    chunks = Optional.empty();
    if (over) {
      return false;
    }
    try {
      table.select();
      return true;
    } catch (UnavailableException e) {
      unavailable(e);
    } catch (FlowException e) {
      failed(e);
    }
    return false;
  }

  /// Puts batches in the place of the rows.
  @Override
  public void process(Exchange exchange) {
    ready();
    var rows = exchange.getMessage().getBody(Iterator.class);
    var reading = table.reading(events, this::isStopping);
    var batches = new Chunks(rows, reading);
    chunks = Optional.of(batches);
    exchange.getMessage().setBody(batches);
  }

  private boolean isStopping() {
    return consumer.isSuspending() || consumer.isSuspended() || !consumer.isRunAllowed();
  }

  @Override
  public void commit(Consumer poller, Endpoint endpoint, int exchanges) {
    ready();
    backoff.reset();
    chunks.ifPresent(Chunks::finished);
    if (chunks.isEmpty()) {
      progress.drained();
      events.polled(0);
    } else if (table.known().cursor().isPresent()) {
      pause = Duration.ZERO;
    }
  }

  @Override
  public boolean rollback(Consumer poller, Endpoint endpoint, int retries, Exception cause) {
    database.discard();
    progress.rewind();
    return false;
  }

  /// Camel's last word on a failed poll, after [#rollback].
  @Override
  public void handleException(Throwable cause) {
    handleException(cause.getMessage(), cause);
  }

  @Override
  public void handleException(String message, Throwable cause) {
    handleException(message, null, cause);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable cause) {
    var failure = table.failure(cause);
    if (failure.isEmpty()) {
      // The flow has not taken a batch and says itself why; if it goes on, the batch comes again.
      pause = backoff.next();
      return;
    }
    switch (failure.get()) {
      case SqlFailure.Temporary temporary -> unavailable(temporary.exception());
      case SqlFailure.Permanent permanent -> failed(permanent.exception());
    }
  }

  private void ready() {
    if (!ready) {
      ready = true;
      events.ready();
    }
  }

  private void unavailable(UnavailableException why) {
    ready = false;
    pause = backoff.next();
    events.unavailable(why);
  }

  private void failed(FlowException why) {
    over = true;
    events.failed(why);
  }
}
