package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.ChunkLimit;
import io.dataflow.runtime.connector.polling.Chunks;
import io.dataflow.runtime.connector.polling.HandoverWatch;
import io.dataflow.runtime.connector.polling.Progress;
import io.dataflow.runtime.connector.polling.Reading;
import io.dataflow.runtime.connector.polling.TiedRowsException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
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
  private static final Duration SOON = Duration.ofMillis(250);

  private final PollingSettings settings;
  private final PolledRelation relation;
  private final Progress progress;
  private final KeptConnection database;
  private final ScheduledExecutorService timers;
  private final SourceContext flow;
  private final Retry retry = new Retry();
  private Optional<Chunks> chunks = Optional.empty();
  private Duration pause;
  private boolean ready;
  private boolean over;
  private long begin;
  private volatile StatefulService consumer;

  Polls(
      PollingSettings settings,
      PolledRelation relation,
      Progress progress,
      KeptConnection database,
      ScheduledExecutorService timers,
      SourceContext flow) {
    this.settings = settings;
    this.relation = relation;
    this.progress = progress;
    this.database = database;
    this.timers = timers;
    this.flow = flow;
    this.pause = settings.interval();
  }

  /// How long to wait now. Asked once after each poll; a poll that did not take place, because the
  /// route is suspended, says nothing, and then the interval counts.
  Duration pause() {
    var answer = pause;
    pause = settings.interval();
    return answer;
  }

  @Override
  public boolean begin(Consumer poller, Endpoint endpoint) {
    consumer = (StatefulService) poller;
    chunks = Optional.empty();
    begin = System.nanoTime();
    if (over) {
      return false;
    }
    try {
      relation.select();
      relation.look(database);
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
    var batches = new Chunks(rows, reading(), begin);
    chunks = Optional.of(batches);
    exchange.getMessage().setBody(batches);
  }

  private Reading reading() {
    var select = relation.known();
    // Without a cursor the next poll would not go on, but begin again.
    var patience = select.cursor().map(cursor -> settings.handoverPatience()).orElse(Duration.ZERO);
    return new Reading(
        select.form(),
        select.id(),
        ChunkLimit.of(flow.spec().channelBufferSize(), settings.readBatchSize()),
        Map.of(),
        settings.table(),
        progress,
        flow.events(),
        new HandoverWatch(patience, timers, database::abandon),
        this::isStopping);
  }

  private boolean isStopping() {
    return consumer.isSuspending() || consumer.isSuspended() || !consumer.isRunAllowed();
  }

  @Override
  public void commit(Consumer poller, Endpoint endpoint, int exchanges) {
    ready();
    retry.reset();
    chunks.ifPresent(Chunks::finished);
    boolean passed = relation.known().cursor().isEmpty();
    if (chunks.isPresent() && !passed) {
      pause = Duration.ZERO;
      return;
    }
    if (relation.isComplete() && progress.caughtUp()) {
      pause = Duration.ZERO;
      return;
    }
    progress.drained();
    flow.events().polled(0);
    if (!relation.isComplete()) {
      // A run that ends when all is read need not wait a whole interval for what is too young.
      pause = flow.bounded() && SOON.compareTo(pause) < 0 ? SOON : pause;
    } else if (!isStopping()) {
      // What would be read all over again is not begun by a run that ends at its end.
      over = passed && flow.bounded();
      flow.events().exhausted();
    }
  }

  @Override
  public boolean rollback(Consumer poller, Endpoint endpoint, int retries, Exception cause) {
    chunks.ifPresent(Chunks::failed);
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
    if (PollFailure.has(cause, TiedRowsException.class)) {
      failed(relation.tied());
      return;
    }
    var failure = relation.failure(cause);
    if (failure.isEmpty()) {
      // The flow has not taken a batch and says itself why; if it goes on, the batch comes again.
      pause = retry.next();
      return;
    }
    switch (failure.get()) {
      case PollFailure.Temporary temporary -> unavailable(temporary.exception());
      case PollFailure.Permanent permanent -> failed(permanent.exception());
    }
  }

  private void ready() {
    if (!ready) {
      ready = true;
      flow.events().ready();
    }
  }

  private void unavailable(UnavailableException why) {
    ready = false;
    pause = retry.next();
    flow.events().unavailable(why);
  }

  private void failed(FlowException why) {
    over = true;
    flow.events().failed(why);
  }
}
