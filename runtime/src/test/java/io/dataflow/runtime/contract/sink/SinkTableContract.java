package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Field.Kind;
import io.dataflow.runtime.contract.Records;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Targets that are made, and records that are changed.
public interface SinkTableContract extends SinkCases {
  /// Beside the defaults.
  String UPSERT = ", upsertMode: true";

  /// Beside the defaults.
  String CREATE = ", autoCreateTable: true";

  private String notes(SinkTarget target) {
    return target.records().stream()
        .sorted(Comparator.comparing(record -> record.id()))
        .map(record -> record.id() + "=" + record.field("note").map(Object::toString).orElse("-"))
        .collect(Collectors.joining(" "));
  }

  private void upserted(SinkTarget target, String... bodies) throws UnavailableException {
    try (var route = open(target, UPSERT)) {
      assertThat(route.write(Records.messages(bodies)).failure()).isEmpty();
    }
  }

  @Case(
      value = "a record whose key is there already is not added again, and is no error",
      needs = Capability.UNIQUE_KEYS)
  default void aKeyThatIsThereIsNotAddedAgain() throws UnavailableException {
    var target = sink().target(PLAIN);
    writeAll(target, Records.numbered(1, 10));
    writeAll(target, Records.numbered(5, 15));
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 15));
  }

  @Case(value = "an upsert adds what is new and changes what is there", needs = Capability.UPSERT)
  default void anUpsertAddsAndChanges() throws UnavailableException {
    var target = sink().keyed(PLAIN);
    upserted(target, "{\"id\":1,\"note\":\"a\"}", "{\"id\":2,\"note\":\"b\"}");
    upserted(target, "{\"id\":2,\"note\":\"c\"}", "{\"id\":3,\"note\":\"d\"}");
    assertThat(notes(target)).isEqualTo("1=\"a\" 2=\"c\" 3=\"d\"");
  }

  @Case(
      value = "of several records of one key in a delivery the last value counts",
      needs = Capability.UPSERT)
  default void theLastOfAKeyCounts() throws UnavailableException {
    var target = sink().keyed(PLAIN);
    upserted(
        target,
        "{\"id\":1,\"note\":\"a\"}",
        "{\"id\":2,\"note\":\"b\"}",
        "{\"id\":1,\"note\":\"c\"}",
        "{\"id\":1,\"note\":\"d\"}");
    assertThat(notes(target)).isEqualTo("1=\"d\" 2=\"b\"");
  }

  @Case(
      value = "an upsert of a part of the fields keeps the others; `null` takes a value away",
      needs = {Capability.UPSERT, Capability.PARTIAL_UPSERT})
  default void anUpsertOfAPartKeepsTheRest() throws UnavailableException {
    var target = sink().keyed(List.of(Field.ID, Field.NOTE, new Field("total", Kind.DECIMAL)));
    upserted(target, "{\"id\":1,\"note\":\"a\",\"total\":1.50}", "{\"id\":2,\"note\":\"b\"}");
    upserted(target, "{\"id\":1,\"total\":2.50}", "{\"id\":2,\"note\":null}");
    assertThat(notes(target)).isEqualTo("1=\"a\" 2=-");
    assertThat(target.records().stream().filter(it -> it.id() == 1).findFirst().orElseThrow())
        .satisfies(record -> assertThat(record.text("total")).isEqualTo("2.50"));
  }

  @Case(value = "an upsert that comes again changes nothing", needs = Capability.UPSERT)
  default void anUpsertThatComesAgainChangesNothing() throws UnavailableException {
    var target = sink().keyed(PLAIN);
    for (int i = 0; i < 2; i++) {
      upserted(target, Records.body(1), Records.body(2), "{\"id\":1,\"note\":\"x\"}");
    }
    assertThat(notes(target)).isEqualTo("1=\"x\" 2=\"n2\"");
  }

  @Case(value = "an upsert without the key is rejected, alone", needs = Capability.UPSERT)
  default void anUpsertWithoutAKeyIsRejected() throws UnavailableException {
    var target = sink().keyed(PLAIN);
    try (var route = open(target, UPSERT)) {
      var outcome =
          route.write(
              Records.messages(
                  Records.body(1),
                  "{\"note\":\"x\"}",
                  "{\"id\":null,\"note\":\"y\"}",
                  Records.body(2)));
      assertThat(outcome.rejectedBodies())
          .containsExactly("{\"note\":\"x\"}", "{\"id\":null,\"note\":\"y\"}");
    }
    assertThat(target.ids()).containsExactly(1, 2);
  }

  @Case(
      value = "a missing target is made from the first delivery, with types that hold its values",
      needs = Capability.AUTO_CREATE)
  default void aMissingTargetIsMade() throws UnavailableException {
    var target = sink().missing();
    try (var route = open(target, CREATE)) {
      var bodies =
          Records.messages(
              "{\"id\":1,\"n\":9007199254740993,\"d\":1.50,\"t\":\"x\",\"f\":true}",
              "{\"id\":2,\"at\":\"2026-01-31T12:00:00Z\",\"doc\":{\"a\":[1]},\"Odd Name\":\"y\"}");
      assertThat(route.write(bodies).reasons()).isEmpty();
    }
    assertThat(target.ids()).containsExactly(1, 2);
    var first = target.records().getFirst();
    assertThat(first.text("n")).isEqualTo("9007199254740993");
    assertThat(first.number("d")).isEqualByComparingTo("1.50");
    assertThat(first.text("f")).isEqualTo("true");
    var second = target.records().getLast();
    assertThat(second.moment("at")).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(second.value("doc").text().replace(" ", "")).isEqualTo("{\"a\":[1]}");
    assertThat(second.text("Odd Name")).isEqualTo("y");
  }

  @Case(
      value = "a target that is there is taken as it is, also where it could be made",
      needs = Capability.AUTO_CREATE)
  default void aTargetThatIsThereIsKept() throws UnavailableException {
    var target = sink().target(PLAIN);
    writeAll(target, Records.body(1));
    try (var route = open(target, CREATE)) {
      assertThat(route.write(Records.messages(Records.body(2))).failure()).isEmpty();
    }
    assertThat(target.ids()).containsExactly(1, 2);
  }
}
