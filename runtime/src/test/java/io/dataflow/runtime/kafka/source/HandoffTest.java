package io.dataflow.runtime.kafka.source;

import static io.dataflow.runtime.kafka.source.Orders.behind;
import static io.dataflow.runtime.kafka.source.Orders.fetch;
import static io.dataflow.runtime.kafka.source.Orders.partition;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class HandoffTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Handoff handoff = new Handoff();
  private final Positions positions = new Positions();

  @Test
  void nothingIsGivenOutBehindAFetchThatIsNotAcknowledged() throws Exception {
    handoff.offer(fetch(1, 0));
    handoff.take(LONG);
    handoff.offer(fetch(1, 1));
    assertThat(handoff.take(Duration.ZERO)).isEmpty();
    handoff.done(positions);
    assertThat(handoff.take(Duration.ZERO)).isPresent();
  }

  @Test
  void holdsOneFetch() throws Exception {
    assertThat(handoff.awaitRoom(Duration.ZERO)).isTrue();
    handoff.offer(fetch(1, 0));
    assertThat(handoff.awaitRoom(Duration.ZERO)).isFalse();
    handoff.take(LONG);
    assertThat(handoff.awaitRoom(Duration.ZERO)).isTrue();
    assertThat(handoff.isQuiet()).isFalse();
  }

  @Test
  void whatWaitsOfAPartitionThatGoesIsNotBegun() throws Exception {
    handoff.offer(fetch(1, 0, 1));
    assertThat(handoff.drain(List.of(partition(0)), LONG)).isTrue();
    assertThat(handoff.take(LONG).orElseThrow().next().keySet()).containsExactly(partition(1));
  }

  @Test
  void drainingDoesNotWaitForTheWorkOnOtherPartitions() throws Exception {
    handoff.offer(fetch(1, 0));
    handoff.take(LONG);
    assertThat(handoff.drain(List.of(partition(1)), LONG)).isTrue();
  }

  @Test
  void drainingEndsWithTheFetchAlthoughTheFlowGoesOnWithAnother() throws Exception {
    handoff.offer(fetch(1, 0));
    handoff.take(LONG);
    handoff.offer(fetch(1, 1));
    var drained = CompletableFuture.supplyAsync(() -> drain(0));
    handoff.done(positions);
    handoff.take(LONG);
    assertThat(drained.join()).isTrue();
    assertThat(positions.take(Set.of(partition(0)))).isEqualTo(behind(1, 0));
  }

  @Test
  void drainingDoesNotWaitForAFlowThatHasEnded() throws Exception {
    handoff.offer(fetch(1, 0));
    handoff.take(LONG);
    var drained = CompletableFuture.supplyAsync(() -> drain(0));
    handoff.end();
    assertThat(drained.join()).isFalse();
  }

  @Test
  void whatIsEndedAfterItsPartitionHasGoneIsNotOursToCommit() throws Exception {
    handoff.offer(fetch(1, 0, 1));
    handoff.take(LONG);
    handoff.forget(List.of(partition(0)));
    handoff.done(positions);
    assertThat(positions.take(Set.of(partition(0), partition(1)))).isEqualTo(behind(1, 1));
  }

  private boolean drain(int partition) {
    try {
      return handoff.drain(List.of(partition(partition)), LONG);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
