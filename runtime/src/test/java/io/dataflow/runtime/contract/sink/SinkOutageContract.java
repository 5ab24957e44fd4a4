package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A server that is away costs time and no record.
public interface SinkOutageContract extends SinkCases {
  /// The longest that a case waits.
  Duration LIMIT = Duration.ofMinutes(2);

  private CompletableFuture<Outcome> written(SinkRoute route, int from, int to) {
    return CompletableFuture.supplyAsync(() -> route.writeUntilDone(Records.numbered(from, to)));
  }

  private static void done(CompletableFuture<Outcome> written) {
    var outcome = written.join();
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.rejected()).isEmpty();
    assertThat(outcome.pending()).isEmpty();
  }

  @Case("a server that is away at the start is waited for: unavailable, and not a failure")
  default void aServerThatIsAwayAtTheStartIsWaitedFor() throws UnavailableException {
    try (var place = sink().breakable();
        var route = new SinkRoute(sink().type(), place.target())) {
      place.server().takeDown();
      assertThatThrownBy(route::open).isInstanceOf(UnavailableException.class);
      place.server().bringUp();
      Await.until("the server", LIMIT, () -> route.open() == route);
      assertThat(route.writeUntilDone(Records.numbered(1, 10)).failure()).isEmpty();
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 10));
    }
  }

  @Case(
      "a server that goes before a write: the records stay pending and are written when it is back")
  default void aServerThatGoesBeforeAWriteIsWaitedFor() throws UnavailableException {
    try (var place = sink().breakable();
        var route = open(place.target())) {
      done(written(route, 1, 10));
      place.server().takeDown();
      var written = written(route, 11, 20);
      Await.until("an attempt", LIMIT, () -> place.server().refused() > 0);
      assertThat(written).isNotDone();
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 10));
      place.server().bringUp();
      done(written);
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 20));
    }
  }

  @Case("a connection that is cut while nothing is written: the next delivery opens another")
  default void aConnectionThatIsCutInBetweenIsOpenedAgain() throws UnavailableException {
    try (var place = sink().breakable();
        var route = open(place.target())) {
      for (int part = 0; part < 3; part++) {
        done(written(route, 10 * part + 1, 10 * part + 10));
        place.server().cut();
      }
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 30));
    }
  }

  @Case("a connection that is cut before the commit reaches the server: all of it is written once")
  default void aCommitThatDoesNotArriveIsTriedAgain() throws Exception {
    try (var place = sink().breakable();
        var route = open(place.target())) {
      done(written(route, 1, 10));
      var trap = place.server().trap(Moment.before(Act.COMMIT));
      var written = written(route, 11, 500);
      assertThat(trap.await(LIMIT)).isTrue();
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 10));
      trap.cut();
      done(written);
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 500));
    }
  }

  @Case("an answer that is lost after the commit: no record is lost and none rejected")
  default void anAnswerThatIsLostLosesNothing() throws Exception {
    assertThat(afterALostAnswer()).containsAll(SinkCases.numbers(1, 500));
  }

  @Case(
      value = "an answer that is lost after the commit: no record is there twice",
      needs = Capability.REPEATS)
  default void anAnswerThatIsLostRepeatsNothing() throws Exception {
    assertThat(afterALostAnswer()).isEqualTo(SinkCases.numbers(1, 500));
  }

  private List<Integer> afterALostAnswer() throws Exception {
    try (var place = sink().breakable();
        var route = open(place.target())) {
      var trap = place.server().trap(Moment.after(Act.COMMIT));
      var written = written(route, 1, 500);
      assertThat(trap.await(LIMIT)).isTrue();
      trap.cut();
      done(written);
      return place.target().ids();
    }
  }

  @Case("a server that goes in the middle of a write, for longer: nothing is lost")
  default void aServerThatGoesInTheMiddleOfAWriteIsWaitedFor() throws Exception {
    try (var place = sink().breakable();
        var route = open(place.target())) {
      var trap = place.server().trap(Moment.before(Act.WRITE));
      var written = written(route, 1, 5000);
      assertThat(trap.await(LIMIT)).isTrue();
      place.server().takeDown();
      Await.until("an attempt", LIMIT, () -> place.server().refused() > 0);
      assertThat(written).isNotDone();
      place.server().bringUp();
      done(written);
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 5000));
    }
  }

  @Case(
      "a stop in the middle of a write: it ends, nothing is rejected, what is not written is"
          + " pending")
  default void aStopInTheMiddleOfAWriteRejectsNothing() throws Exception {
    try (var place = sink().breakable();
        var route = open(place.target())) {
      var trap = place.server().trap(Moment.before(Act.COMMIT));
      var written = CompletableFuture.supplyAsync(() -> route.write(Records.numbered(1, 500)));
      assertThat(trap.await(LIMIT)).isTrue();
      route.connector().close();
      trap.cut();
      var outcome = written.join();
      assertThat(outcome.rejected()).isEmpty();
      assertThat(place.target().ids().size() + outcome.pending().size())
          .isGreaterThanOrEqualTo(500);
    }
  }
}
