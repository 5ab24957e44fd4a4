package io.dataflow.runtime.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  private static String redact(String json, String text) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var message = new Message(bytes, Metadata.of(Map.of()));
    return new Redaction(List.of("orders", "v"), List.of(message)).of(text);
  }

  /// `~` stands for a double quote.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}               | syntax error in tsquery: ~a &~            | syntax error in tsquery",
        "{}               | value ~5 000~ is out of range             | value is out of range",
        "{}               | wert »5 000« ist zu groß                  | wert ist zu groß",
        "{}               | invalid: ~a~b~ in column ~v~              | invalid",
        "{}               | null in column ~v~ of ~orders~            | null in column ~v~ of"
            + " ~orders~",
        "{}               | no such thing: ~v~ but: ~w~               | no such thing: ~v~ but",
        "{}               | sequence 0xe2 0x28 is no character        | sequence … is no character",
        "{'card': '4111'} | card 4111 is bad, 41112 is not            | card … is bad, 41112 is"
            + " not",
        "{'a': [{'b': 7}]}| no 7 and no 77                            | no … and no 77",
        "{'a': 'v'}       | null in column ~v~                        | null in column ~v~",
        "{'a': 7, 'b': '4-7'} | no 4-7                                | no …",
        "{'b': '4-7', 'a': 7} | no 4-7                                | no …",
        "{'a': true}      | that is true                              | that is true",
        "{'a': ''}        | nothing                                   | nothing",
        "{'a': 'x y'}     | the text x y is bad                       | the text … is bad",
      })
  void takesValuesAndUnknownQuotesOut(String json, String text, String expected) {
    var record = json.replace('\'', '"');
    assertThat(redact(record, text.replace('~', '"'))).isEqualTo(expected.replace('~', '"'));
  }

  @Test
  void aMessageOfAnyLengthIsCut() {
    var value = "x".repeat(1_000_000);
    var text = redact("{\"a\": \"" + value + "\"}", "bad value " + value);
    assertThat(text).hasSizeLessThan(2100);
  }

  /// A tree of them would be walked level by level, each time to its end.
  @Test
  void aRecordOfAHundredThousandLevelsCostsItsSize() {
    var deep = "[".repeat(200_000) + "\"secret\"" + "]".repeat(200_000);
    assertThat(redact(deep, "the word secret is bad")).isEqualTo("the word … is bad");
  }
}
