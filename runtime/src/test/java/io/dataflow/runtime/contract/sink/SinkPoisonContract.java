package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.ConnectorFactories;
import io.dataflow.runtime.contract.Records;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A record that the server refuses costs itself and no other.
public interface SinkPoisonContract extends SinkCases {
  /// How many records a delivery of these cases has.
  int SIZE = 100;

  /// Writes the numbers from 1, some of which are refused for the first reason.
  private void refuses(Set<Integer> poisoned) throws UnavailableException {
    var target = sink().strict();
    var outcome =
        write(
            target,
            Records.messages(
                IntStream.rangeClosed(1, SIZE)
                    .mapToObj(id -> poisoned.contains(id) ? poison(0, id) : Records.body(id))));
    assertThat(outcome.rejectedBodies())
        .containsExactlyElementsOf(poisoned.stream().sorted().map(id -> poison(0, id)).toList());
    assertThat(outcome.failure(RejectedRecordsException.class)).isPresent();
    assertThat(target.ids())
        .containsExactlyElementsOf(
            SinkCases.numbers(1, SIZE).stream().filter(id -> !poisoned.contains(id)).toList());
  }

  private String poison(int kind, int id) {
    return sink().poison(kind, id, Records.CANARY);
  }

  @Case("the first record is at fault")
  default void theFirstRecordIsRefused() throws UnavailableException {
    refuses(Set.of(1));
  }

  @Case("one in the middle is at fault")
  default void oneInTheMiddleIsRefused() throws UnavailableException {
    refuses(Set.of(50));
  }

  @Case("the last record is at fault")
  default void theLastRecordIsRefused() throws UnavailableException {
    refuses(Set.of(SIZE));
  }

  @Case("a delivery of one record, which is at fault")
  default void theOnlyRecordIsRefused() throws UnavailableException {
    var target = sink().strict();
    var outcome = write(target, Records.messages(poison(0, 1)));
    assertThat(outcome.rejectedBodies()).containsExactly(poison(0, 1));
    assertThat(target.ids()).isEmpty();
  }

  @Case("every third record is at fault, and two side by side")
  default void manyAreRefused() throws UnavailableException {
    refuses(
        IntStream.rangeClosed(1, SIZE)
            .filter(id -> id % 3 == 0 || id == 50)
            .boxed()
            .collect(Collectors.toSet()));
  }

  @Case("two kinds of records at fault in one delivery, each with its own reason")
  default void twoKindsAreRefusedEachForItsReason() throws UnavailableException {
    var target = sink().strict();
    var outcome =
        write(
            target,
            Records.messages(
                Records.body(1), poison(0, 2), Records.body(3), poison(1, 4), Records.body(5)));
    assertThat(outcome.rejectedBodies()).containsExactly(poison(0, 2), poison(1, 4));
    assertThat(outcome.reasons().getFirst()).isNotEqualTo(outcome.reasons().getLast());
    assertThat(target.ids()).containsExactly(1, 3, 5);
  }

  @Case("all records of a delivery are at fault, for two reasons; the next delivery is written")
  default void aDeliveryOfNothingElseIsRefusedOneByOne() throws UnavailableException {
    var target = sink().strict();
    try (var route = open(target)) {
      var outcome =
          route.write(
              Records.messages(
                  IntStream.rangeClosed(1, 20).mapToObj(id -> poison(id % 10 / 9, id))));
      assertThat(outcome.pending()).isEmpty();
      assertThat(outcome.rejected()).hasSize(20);
      assertThat(route.write(Records.numbered(21, 30)).failure()).isEmpty();
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(21, 30));
  }

  @Case("without an error sink all before the first record at fault is written, nothing behind it")
  default void withoutAnErrorSinkItStopsAtTheFirst() throws UnavailableException {
    var target = sink().strict();
    try (var route = SinkRoute.withoutErrors(sink().type(), target).open()) {
      var outcome =
          route.write(
              Records.messages(
                  IntStream.rangeClosed(1, SIZE)
                      .mapToObj(id -> id == 50 || id == 70 ? poison(0, id) : Records.body(id))));
      assertThat(outcome.failure(RejectedRecordsException.class)).isPresent();
      assertThat(outcome.rejectedBodies()).containsExactly(poison(0, 50));
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 49));
  }

  @Case("what is rejected is the record itself, with the sink's stage and a class of error")
  default void theRejectedRecordIsTheOneThatCame() throws UnavailableException {
    var messages = Records.messages(Records.body(1), poison(0, 2));
    var culprit = messages.getLast();
    var rejected = write(sink().strict(), messages).rejected().getFirst();
    assertThat(rejected.message()).isSameAs(culprit);
    assertThat(rejected.stage()).isEqualTo(ConnectorFactories.STAGE);
    assertThat(rejected.type())
        .isIn(List.of(ErrorType.INVALID_DATA, ErrorType.CONSTRAINT_VIOLATION));
  }

  @Case("a reason says what is wrong and nothing of what the record holds")
  default void aReasonHoldsNoValues() throws UnavailableException {
    var outcome =
        write(sink().strict(), Records.messages(poison(0, 1), Records.body(2), poison(1, 3)));
    assertThat(outcome.reasons())
        .hasSize(2)
        .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain(Records.CANARY));
    assertThat(outcome.failure().orElseThrow().toString()).doesNotContain(Records.CANARY);
  }
}
