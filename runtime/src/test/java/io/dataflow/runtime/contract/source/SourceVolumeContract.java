package io.dataflow.runtime.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.StoredRecord;

/// From nothing to much, in order, in batches of bounded size.
public interface SourceVolumeContract extends SourceCases {
  /// What a batch holds at most, besides one record that is longer alone.
  long MOST_BYTES = 24L << 20;

  @Case("an origin without records: reads that bring nothing are told, and no batch is sent")
  default void nothingIsNoBatch() throws UnavailableException {
    try (var route = route(source().origin(PLAIN)).start()) {
      route.untilIdle();
      assertThat(route.batches()).isEmpty();
      assertThat(route.reports().readyCount()).isEqualTo(1);
      assertThat(route.reports().polledRecords()).isZero();
    }
  }

  @Case("one record, with what the source knows of it")
  default void oneRecordComes() throws UnavailableException {
    var origin = source().origin(PLAIN);
    origin.add(Records.body(1));
    try (var route = route(origin).start()) {
      route.until(1);
      assertThat(route.records().getFirst().text("note")).isEqualTo("n1");
      var metadata = route.batches().getFirst().messages().getFirst().metadata().asMap();
      assertThat(metadata.containsValue(origin.name())).as("%s", metadata.keySet()).isTrue();
      assertThat(route.reports().polledRecords()).isEqualTo(1);
    }
  }

  @Case("5 000 records, each once, in their order")
  default void thousandsComeInOrder() throws UnavailableException {
    var origin = source().origin(PLAIN);
    origin.addNumbered(1, 5000);
    try (var route = route(origin).start()) {
      route.untilIdle();
      assertThat(route.ids()).isEqualTo(SourceCases.numbers(1, 5000));
    }
  }

  @Case("200 000 records, each once, in their order, in batches of at most 5 000")
  default void manyComeInOrder() throws UnavailableException {
    var origin = source().origin(PLAIN);
    origin.addNumbered(1, 200_000);
    try (var route = route(origin).start()) {
      route.untilIdle();
      assertThat(route.ids()).isEqualTo(SourceCases.numbers(1, 200_000));
      assertThat(route.batches())
          .extracting(Batch::received)
          .allSatisfy(size -> assertThat(size).isBetween(1, 5000));
      assertThat(route.reports().polledRecords()).isEqualTo(200_000);
    }
  }

  @Case("a record of 8 MB between short ones")
  default void aLongRecordComes() throws UnavailableException {
    var origin = source().origin(PLAIN);
    var text = Records.noise(8 << 20);
    origin.add(Records.body(1), "{\"id\":2,\"note\":\"" + text + "\"}", Records.body(3));
    var records = read(origin, 3);
    assertThat(records).extracting(StoredRecord::id).containsExactly(1, 2, 3);
    assertThat(records.get(1).text("note").equals(text)).isTrue();
  }

  @Case("long records come in batches of few megabytes")
  default void longRecordsMakeSmallBatches() throws UnavailableException {
    var origin = source().origin(PLAIN);
    var text = Records.noise(1 << 20);
    for (int part = 0; part < 4; part++) {
      origin.add(
          SourceCases.numbers(10 * part + 1, 10 * part + 10).stream()
              .map(id -> "{\"id\":" + id + ",\"note\":\"" + text + "\"}")
              .toList());
    }
    try (var route = route(origin)) {
      route.taking(
          batch -> {
            assertThat(batch.messages().stream().mapToLong(m -> m.original().length).sum())
                .isLessThanOrEqualTo(MOST_BYTES);
            route.keep(batch);
          });
      route.start().untilIdle();
      assertThat(route.ids()).isEqualTo(SourceCases.numbers(1, 40));
    }
  }

  @Case("records that are added while the source waits for some come without a restart")
  default void whatIsAddedLaterComes() throws UnavailableException {
    var origin = source().origin(PLAIN);
    try (var route = route(origin).start()) {
      route.untilIdle();
      for (int id = 1; id <= 3; id++) {
        origin.add(Records.body(id));
        route.until(id).untilIdle();
      }
      assertThat(route.ids()).containsExactly(1, 2, 3);
      assertThat(route.reports().readyCount()).isEqualTo(1);
    }
  }
}
