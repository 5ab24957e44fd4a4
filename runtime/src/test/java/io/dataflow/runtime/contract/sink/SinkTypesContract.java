package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonDifference;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Field.Kind;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.StoredRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Every JSON type arrives as what it was.
public interface SinkTypesContract extends SinkCases {
  /// Writes the values, each in a record of its own, and returns what was stored, in their order.
  private List<StoredRecord> stored(Kind kind, List<String> values) throws UnavailableException {
    var target = sink().target(List.of(Field.ID, new Field("v", kind)));
    writeAll(
        target,
        Records.messages(
            IntStream.range(0, values.size())
                .mapToObj(i -> "{\"id\":" + i + ",\"v\":" + values.get(i) + "}")));
    assertThat(target.ids()).hasSameSizeAs(values);
    return target.records();
  }

  @Case("whole numbers of 64 bits, the longest ones too, keep every digit")
  default void wholeNumbersKeepEveryDigit() throws UnavailableException {
    var numbers =
        List.of("0", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808");
    assertThat(stored(Kind.WHOLE, numbers))
        .extracting(record -> record.text("v"))
        .containsExactlyElementsOf(numbers);
  }

  @Case("numbers longer than any machine type keep every digit, noughts at the end too")
  default void decimalsKeepEveryDigit() throws UnavailableException {
    var numbers =
        List.of("0.1", "1.00", "123456789012345678901234567890.123456789", "-0.000000001");
    assertThat(stored(Kind.DECIMAL, numbers))
        .extracting(record -> record.text("v"))
        .containsExactlyElementsOf(numbers);
  }

  @Case("a number with an exponent keeps its value")
  default void exponentsKeepTheirValue() throws UnavailableException {
    var numbers = List.of("1e3", "25E-4", "-1.5e+2", "1e40");
    var stored = stored(Kind.DECIMAL, numbers);
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(stored.get(i).number("v")).isEqualByComparingTo(new BigDecimal(numbers.get(i)));
    }
  }

  @Case("`true` and `false`")
  default void truthsArrive() throws UnavailableException {
    assertThat(stored(Kind.FLAG, List.of("true", "false")))
        .extracting(record -> record.text("v"))
        .containsExactly("true", "false");
  }

  @Case("texts of all alphabets, emoji, line ends, tabs, quotes, backslashes, the empty text")
  default void textsArriveCharacterByCharacter() throws UnavailableException {
    var texts =
        List.of(
            "",
            " ",
            "\\",
            "\\.",
            "\\N",
            "a\tb\nc\r\nd",
            "'\";--",
            "{1,\"2\"}",
            "Grüße, 日本語",
            "😀👩‍👩‍👧",
            "e\u0301",
            "مرحبا",
            "\u2028\uFEFF",
            "null");
    assertThat(stored(Kind.TEXT, texts.stream().map(text -> JsonScalar.of(text) + "").toList()))
        .extracting(record -> record.text("v"))
        .containsExactlyElementsOf(texts);
  }

  @Case("escaped characters are those that they stand for")
  default void escapedTextsArrive() throws UnavailableException {
    assertThat(stored(Kind.TEXT, List.of("\"\\u00fc\\/\\ud83d\\ude00\\n\\b\\f\"")))
        .extracting(record -> record.text("v"))
        .containsExactly("ü/😀\n\b\f");
  }

  @Case("a text with U+0000 or half a surrogate pair arrives as it is, or is rejected: never else")
  default void whatNoTextCanHoldIsKeptOrRejected() throws UnavailableException {
    var target = sink().target(PLAIN);
    var bodies = List.of("{\"id\":1,\"note\":\"a\\u0000b\"}", "{\"id\":2,\"note\":\"a\\ud83d\"}");
    var outcome =
        write(target, Records.messages(bodies.getFirst(), Records.body(3), bodies.getLast()));
    assertThat(target.ids()).contains(3).hasSize(3 - outcome.rejected().size());
    assertThat(outcome.rejectedBodies()).isSubsetOf(bodies);
    for (var record : target.records()) {
      assertThat(record.text("note")).isIn("a\u0000b", "n3", "a\ud83d");
    }
  }

  @Case("a time keeps its instant, to the microsecond, whatever zone it is written in")
  default void momentsKeepTheirInstant() throws UnavailableException {
    var times =
        List.of(
            "\"2026-01-31T12:00:00.123456Z\"",
            "\"2026-01-31T12:00:00+05:30\"",
            "\"1999-12-31T23:59:59.999999-11:00\"");
    assertThat(stored(Kind.MOMENT, times))
        .extracting(record -> record.moment("v"))
        .containsExactly(
            Instant.parse("2026-01-31T12:00:00.123456Z"),
            Instant.parse("2026-01-31T06:30:00Z"),
            Instant.parse("2000-01-01T10:59:59.999999Z"));
  }

  @Case("objects and arrays arrive whole, digits and nesting included")
  default void documentsArriveWhole() throws UnavailableException {
    var documents =
        List.of(
            "{\"a\":[1.00,null,{\"b\":\"\\u00fc\"}],\"c\":{}}",
            "[[],[1,[2,[3]]]]",
            "[".repeat(200) + "]".repeat(200));
    var stored = stored(Kind.DOCUMENT, documents);
    for (int i = 0; i < documents.size(); i++) {
      var expected = Json.parse(Records.bytes(documents.get(i)));
      assertThat(JsonDifference.between(expected, stored.get(i).value("v"))).isEmpty();
    }
  }

  @Case("`null` is no value")
  default void nullIsNoValue() throws UnavailableException {
    for (var kind : Kind.values()) {
      assertThat(stored(kind, List.of("null")).getFirst().field("v")).as("%s", kind).isEmpty();
    }
  }

  @Case("a missing field is no value, and the fields beside it are where they belong")
  default void aMissingFieldIsNoValue() throws UnavailableException {
    var target = sink().target(List.of(Field.ID, new Field("a", Kind.TEXT), Field.NOTE));
    writeAll(
        target,
        "{\"id\":1}",
        "{\"id\":2,\"note\":\"x\"}",
        "{\"a\":\"y\",\"id\":3}",
        "{\"note\":\"x\",\"a\":\"y\",\"id\":4}");
    assertThat(target.records())
        .extracting(record -> record.field("a").map(Json::text).orElse("-"))
        .containsExactly("-", "-", "y", "y");
    assertThat(target.records())
        .extracting(record -> record.field("note").map(Json::text).orElse("-"))
        .containsExactly("-", "x", "-", "x");
  }

  @Case("of two fields of one name the last counts")
  default void theLastOfTwoFieldsCounts() throws UnavailableException {
    var target = sink().target(PLAIN);
    writeAll(target, "{\"id\":1,\"note\":\"first\",\"note\":\"last\"}");
    assertThat(target.records().getFirst().text("note")).isEqualTo("last");
  }

  @Case(
      value = "a field that the target does not have rejects the record and names the field",
      needs = Capability.FIXED_FIELDS)
  default void anUnknownFieldIsNamed() throws UnavailableException {
    var target = sink().target(PLAIN);
    var unknown = "{\"id\":2,\"colour\":\"" + Records.CANARY + "\"}";
    var outcome = write(target, Records.messages(Records.body(1), unknown, Records.body(3)));
    assertThat(outcome.rejectedBodies()).containsExactly(unknown);
    assertThat(outcome.reasons().getFirst()).contains("colour").doesNotContain(Records.CANARY);
    assertThat(target.ids()).containsExactly(1, 3);
  }

  @Case("bytes that are no JSON object arrive as they are, or are rejected: none is lost")
  default void whatIsNoObjectIsKeptOrRejected() throws UnavailableException {
    var target = sink().target(PLAIN);
    var strange = List.of("order 17, paid", "", "[1,2]", "17", "\"text\"", "{\"id\":", "null");
    var messages = Records.messages(strange.stream());
    messages.add(Records.message(Records.body(9)));
    var outcome = write(target, messages);
    assertThat(target.records()).hasSize(strange.size() + 1 - outcome.rejected().size());
    assertThat(target.records().getLast().id()).isEqualTo(9);
    assertThat(outcome.rejectedBodies()).isSubsetOf(strange);
  }
}
