package io.dataflow.runtime.contract.source;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every type comes as JSON that says what it was.
public interface SourceTypesContract extends SourceCases {
  private List<StoredRecord> read(Kind kind, List<String> values) throws UnavailableException {
    var origin = source().origin(List.of(Field.ID, new Field("v", kind)));
    origin.add(
        IntStream.range(0, values.size())
            .mapToObj(i -> "{\"id\":" + i + ",\"v\":" + values.get(i) + "}")
            .toList());
    return read(origin, values.size());
  }

  @Case("whole numbers of 64 bits, the longest ones too, keep every digit")
  default void wholeNumbersKeepEveryDigit() throws UnavailableException {
    var numbers =
        List.of("0", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808");
    assertThat(read(Kind.WHOLE, numbers))
        .extracting(record -> record.text("v"))
        .containsExactlyElementsOf(numbers);
  }

  @Case("numbers longer than any machine type keep every digit, noughts at the end too")
  default void decimalsKeepEveryDigit() throws UnavailableException {
    var numbers =
        List.of("0.1", "1.00", "123456789012345678901234567890.123456789", "-0.000000001");
    assertThat(read(Kind.DECIMAL, numbers))
        .extracting(record -> record.text("v"))
        .containsExactlyElementsOf(numbers);
  }

  @Case("a very large number keeps its value")
  default void largeNumbersKeepTheirValue() throws UnavailableException {
    assertThat(read(Kind.DECIMAL, List.of("1e40")).getFirst().number("v"))
        .isEqualByComparingTo(new BigDecimal("1e40"));
  }

  @Case("`true` and `false`")
  default void truthsArrive() throws UnavailableException {
    assertThat(read(Kind.FLAG, List.of("true", "false")))
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
            "a\tb\nc\r\nd",
            "'\"",
            "Grüße, 日本語",
            "😀👩‍👩‍👧",
            "e\u0301",
            "مرحبا",
            "\u2028\uFEFF",
            "\u0001\u001f\u007f",
            "null");
    assertThat(read(Kind.TEXT, texts.stream().map(text -> JsonScalar.of(text) + "").toList()))
        .extracting(record -> record.text("v"))
        .containsExactlyElementsOf(texts);
  }

  @Case("a time keeps its instant, to the microsecond")
  default void momentsKeepTheirInstant() throws UnavailableException {
    assertThat(
            read(
                Kind.MOMENT,
                List.of("\"2026-01-31T12:00:00.123456Z\"", "\"2026-01-31T12:00:00+05:30\"")))
        .extracting(record -> record.moment("v"))
        .containsExactly(
            Instant.parse("2026-01-31T12:00:00.123456Z"), Instant.parse("2026-01-31T06:30:00Z"));
  }

  @Case("objects and arrays come whole, digits and nesting included")
  default void documentsArriveWhole() throws UnavailableException {
    var documents =
        List.of(
            "{\"a\":[1.00,null,{\"b\":\"\\u00fc\"}],\"c\":{}}",
            "[[],[1,[2,[3]]]]",
            "[".repeat(200) + "]".repeat(200));
    var read = read(Kind.DOCUMENT, documents);
    for (int i = 0; i < documents.size(); i++) {
      var expected = Json.parse(Records.bytes(documents.get(i)));
      assertThat(JsonDifference.between(expected, read.get(i).value("v"))).isEmpty();
    }
  }

  @Case("no value is `null`, or is not there")
  default void noValueIsNull() throws UnavailableException {
    for (var kind : Kind.values()) {
      assertThat(read(kind, List.of("null")).getFirst().field("v")).as("%s", kind).isEmpty();
    }
  }

  @Case("fields whose names need quotes, or are words of the server's language")
  default void fieldsOfAnyNameArrive() throws UnavailableException {
    var fields = new ArrayList<>(List.of(Field.ID));
    Records.NAMES.forEach(name -> fields.add(new Field(name, Kind.TEXT)));
    var origin = source().origin(fields);
    origin.add(
        Records.NAMES.stream()
            .map(name -> JsonScalar.of(name) + ":" + JsonScalar.of("value of " + name))
            .collect(Collectors.joining(",", "{\"id\":1,", "}")));
    var record = read(origin, 1).getFirst();
    for (var name : Records.NAMES) {
      assertThat(record.text(source().name(name))).isEqualTo("value of " + name);
    }
  }

  @Case(
      value = "bytes that are no JSON come as they are, the empty record too",
      needs = Capability.ANY_BYTES)
  default void anyBytesComeAsTheyAre() throws UnavailableException {
    var values =
        List.of(
            Records.bytes("no json"),
            Records.bytes(""),
            new byte[] {0, 1, (byte) 0xFF},
            Records.bytes("{\"a\":\"\\u0000\"}"));
    var origin = source().origin(PLAIN);
    origin.addBytes(values);
    assertThat(read(origin, values.size()))
        .extracting(StoredRecord::bytes)
        .containsExactlyElementsOf(values);
  }
}
