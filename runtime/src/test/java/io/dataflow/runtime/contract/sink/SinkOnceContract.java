package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.Moment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A sink that stores the source's position with the records has both or neither. The target has no
/// key by which a repeated record would be recognised.
public interface SinkOnceContract extends SinkCases {
  /// The longest that a case waits.
  Duration PATIENCE = Duration.ofMinutes(2);

  private SinkRoute storing(SinkTarget target) throws UnavailableException {
    return SinkRoute.storingPositions(sink().type(), target).open();
  }

  private static int stored(SinkRoute route) throws UnavailableException {
    return CountedMark.records(route.connector().takeOver());
  }

  /// Writes the records from one number to another, of a source that has numbered them from 1.
  private static Outcome write(SinkRoute route, int from, int to) {
    var messages = Records.numbered(from, to);
    return route.write(messages, CountedMark.of(from - 1, messages));
  }

  private static void writes(SinkRoute route, int from, int to) {
    var outcome = write(route, from, to);
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.pending()).isEmpty();
  }

  @Case(
      value = "a position is stored with the records, and read back by the next processor",
      needs = Capability.STORED_POSITIONS)
  default void aPositionIsStoredAndReadBack() throws UnavailableException {
    var target = sink().repeating();
    for (int end = 10; end <= 30; end += 10) {
      try (var route = storing(target)) {
        assertThat(stored(route)).isEqualTo(end - 10);
        writes(route, end - 9, end);
      }
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 30));
  }

  @Case(
      value = "what the sink has and a source brings again is passed over, also half a delivery",
      needs = Capability.STORED_POSITIONS)
  default void whatComesAgainIsPassedOver() throws UnavailableException {
    var target = sink().repeating();
    for (int end : new int[] {100, 50, 150}) {
      try (var route = storing(target)) {
        writes(route, 1, end);
        assertThat(stored(route)).isEqualTo(Math.max(end, 100));
      }
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 150));
  }

  @Case(value = "a delivery of nothing moves the position", needs = Capability.STORED_POSITIONS)
  default void aDeliveryOfNothingMovesThePosition() throws UnavailableException {
    var target = sink().repeating();
    try (var route = storing(target)) {
      writes(route, 1, 10);
      route.write(List.of(), new CountedMark(10, 5));
    }
    try (var route = storing(target)) {
      assertThat(stored(route)).isEqualTo(15);
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 10));
  }

  @Case(
      value = "another processor has taken over: the former writes neither records nor a position",
      needs = Capability.STORED_POSITIONS)
  default void aProcessorThatWasReplacedWritesNothing() throws UnavailableException {
    var target = sink().repeating();
    try (var old = storing(target);
        var young = storing(target)) {
      assertThat(stored(old)).isZero();
      writes(old, 1, 10);
      assertThat(stored(young)).isEqualTo(10);
      assertThat(write(old, 11, 20).failure(FlowException.class)).isPresent();
      assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 10));
      writes(young, 11, 30);
      assertThat(stored(young)).isEqualTo(30);
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 30));
  }

  @Case(
      value = "replaced before its commit has arrived: a second try writes nothing either",
      needs = Capability.STORED_POSITIONS)
  default void aSecondTryOfAReplacedProcessorWritesNothing() throws Exception {
    try (var place = sink().breakableRepeating();
        var old = storing(place.target());
        var young = storing(place.target())) {
      stored(old);
      var messages = Records.numbered(1, 500);
      var mark = CountedMark.of(0, messages);
      var trap = place.server().trap(Moment.before(Act.COMMIT));
      var written = CompletableFuture.supplyAsync(() -> old.write(messages, mark));
      assertThat(trap.await(PATIENCE)).isTrue();
      trap.cut();
      var first = written.join();
      assertThat(first.failure(UnavailableException.class)).isPresent();
      assertThat(stored(young)).isZero();
      assertThat(old.write(first.pending(), mark).failure(FlowException.class)).isPresent();
      assertThat(place.target().ids()).isEmpty();
      writes(young, 1, 600);
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 600));
    }
  }

  @Case(
      value = "a commit that does not arrive: neither records nor a position, then both",
      needs = Capability.STORED_POSITIONS)
  default void aCommitThatDoesNotArriveLeavesNothing() throws Exception {
    writesOnceWhenCut(Moment.before(Act.COMMIT), 0);
  }

  @Case(
      value = "an answer that is lost after the commit: records and position are there, once",
      needs = Capability.STORED_POSITIONS)
  default void anAnswerThatIsLostIsRecognisedByThePosition() throws Exception {
    writesOnceWhenCut(Moment.after(Act.COMMIT), 500);
  }

  private void writesOnceWhenCut(Moment moment, int there) throws Exception {
    try (var place = sink().breakableRepeating();
        var route = storing(place.target())) {
      stored(route);
      var trap = place.server().trap(moment);
      var messages = Records.numbered(1, 500);
      var mark = CountedMark.of(0, messages);
      var written = CompletableFuture.supplyAsync(() -> route.writeUntilDone(messages, mark));
      assertThat(trap.await(PATIENCE)).isTrue();
      assertThat(place.target().ids()).hasSize(there);
      trap.cut();
      assertThat(written.join().failure()).isEmpty();
      writes(route, 501, 510);
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 510));
      assertThat(stored(route)).isEqualTo(510);
    }
  }

  @Case(
      value = "a refused record: nothing is stored before somebody else has it, then all behind it",
      needs = Capability.STORED_POSITIONS)
  default void nothingIsStoredBeforeARefusedRecordIsElsewhere() throws UnavailableException {
    var target = sink().strict();
    var messages = Records.numbered(1, 20);
    messages.set(9, Records.messages(sink().poison(0, 10, Records.CANARY)).getFirst());
    var mark = CountedMark.of(0, messages);
    try (var route = storing(target)) {
      var first = route.write(messages, mark);
      assertThat(first.rejected()).hasSize(1);
      assertThat(target.ids()).isEmpty();
      assertThat(stored(route)).isZero();
      assertThat(route.write(first.pending(), mark).failure()).isEmpty();
      assertThat(stored(route)).isEqualTo(20);
    }
    assertThat(target.ids())
        .isEqualTo(SinkCases.numbers(1, 20).stream().filter(id -> id != 10).toList());
  }
}
