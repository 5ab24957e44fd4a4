package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// From nothing to much, in order.
public interface SinkVolumeContract extends SinkCases {

  @Case("a delivery without records is written at once and writes nothing")
  default void anEmptyDeliveryWritesNothing() throws UnavailableException {
    var target = sink().target(PLAIN);
    try (var route = open(target)) {
      assertThat(route.write(List.of()))
          .isEqualTo(new Outcome(List.of(), List.of(), Optional.empty()));
      assertThat(route.write(Records.numbered(1, 1)).failure()).isEmpty();
    }
    assertThat(target.ids()).containsExactly(1);
  }

  @Case("one record")
  default void oneRecordIsWritten() throws UnavailableException {
    var target = sink().target(PLAIN);
    writeAll(target, Records.body(1));
    assertThat(target.records()).hasSize(1);
    assertThat(target.records().getFirst().text("note")).isEqualTo("n1");
  }

  @Case("5 000 records in one delivery, each once, in their order")
  default void aLargeDeliveryKeepsItsOrder() throws UnavailableException {
    var target = sink().target(PLAIN);
    writeAll(target, Records.numbered(1, 5000));
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 5000));
  }

  @Case("200 000 records in many deliveries, each once, in their order")
  default void manyDeliveriesKeepTheirOrder() throws UnavailableException {
    var target = sink().target(PLAIN);
    try (var route = open(target)) {
      for (int from = 1; from <= 200_000; from += 5000) {
        var outcome = route.write(Records.numbered(from, from + 4999));
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.pending()).isEmpty();
      }
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 200_000));
  }

  @Case("a record of 8 MB between short ones")
  default void aLongRecordIsWritten() throws UnavailableException {
    var target = sink().target(PLAIN);
    var text = Records.noise(8 << 20);
    writeAll(target, Records.body(1), "{\"id\":2,\"note\":\"" + text + "\"}", Records.body(3));
    assertThat(target.ids()).containsExactly(1, 2, 3);
    assertThat(target.records().get(1).text("note").equals(text)).isTrue();
  }

  @Case("order is kept for each key where the server divides records by it")
  default void orderIsKeptForEachKey() throws UnavailableException {
    var target = sink().partitioned(PLAIN);
    try (var route = open(target)) {
      for (int part = 0; part < 4; part++) {
        int from = 1000 * part;
        var messages =
            IntStream.range(from, from + 1000)
                .mapToObj(id -> Records.keyed("key-" + id % 7, Records.body(id)))
                .toList();
        assertThat(route.write(messages).failure()).isEmpty();
      }
    }
    var ids = target.ids();
    assertThat(ids).hasSize(4000);
    var byKey = ids.stream().collect(Collectors.groupingBy(id -> id % 7));
    assertThat(byKey.values()).allSatisfy(each -> assertThat(each).isSorted());
  }
}
