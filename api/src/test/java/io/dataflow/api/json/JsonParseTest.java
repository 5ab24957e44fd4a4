package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is one JSON document and what is not.
class JsonParseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-0",
        "1.5e+10",
        "1E400",
        "true",
        "false",
        "null",
        " \t\r\n{ } ",
        "[[],[{}],{\"a\":[]}]",
        "\"\\ud800\"",
        "\"\u007f\"",
        "\"\\u0000\"",
        "123456789012345678901234567890.123456789012345678901234567890e-99999999999999999999"
      })
  void reads(String document) {
    var json = Json.parse(utf8(document));
    assertThat(json.isModified()).isFalse();
    assertThat(new String(json.toBytes(), StandardCharsets.UTF_8)).isEqualTo(document.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~|no value, it ends at byte 0
          ~  ~|no value, it ends at byte 2
          {|expected `"`, it ends at byte 1
          {"a"}|expected `:` at byte 4
          {"a":}|expected a value at byte 5
          {"a":1|expected `,`, it ends at byte 6
          {"a":1,}|expected `"` at byte 7
          {"a":1 "b":2}|expected `,` at byte 7
          {a:1}|expected `"` at byte 1
          [1,]|expected a value at byte 3
          [1 2]|expected `,` at byte 3
          [1}|expected `,` at byte 2
          [|expected a value, it ends at byte 1
          01|something behind the value at byte 1
          -|expected a digit, it ends at byte 1
          +1|expected a value at byte 0
          .5|expected a value at byte 0
          1.|expected a digit, it ends at byte 2
          1e|expected a digit, it ends at byte 2
          1e+|expected a digit, it ends at byte 3
          0x10|something behind the value at byte 1
          tru|expected `true`, it ends at byte 3
          True|expected a value at byte 0
          nan|expected `null` at byte 1
          NaN|expected a value at byte 0
          "abc|the text is not closed, it ends at byte 4
          "a\\x"|an unknown escape in a text at byte 3
          "a\\|an unknown escape in a text, it ends at byte 3
          "\\u12g4"|`\\u` without four hexadecimal digits at byte 5
          "\\u12|`\\u` without four hexadecimal digits, it ends at byte 5
          {} {}|something behind the value at byte 3
          'a'|expected a value at byte 0
          """)
  void saysWhatIsWrongAndWhere(String document, String message) {
    assertThatThrownBy(() -> Json.parse(utf8(document)))
        .isInstanceOf(JsonException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", "bf", "c0af", "c1bf", "e080af", "e09fbf", "eda080", "edbfbf", "f08080af", "f0808080",
        "f4908080", "f5808080", "ff", "fe", "c3", "e282", "f09f98", "c328", "e28228", "f09f9828",
        "00", "1f", "0a"
      })
  void refusesBytesThatNoTextHas(String hex) {
    var inside = HexFormat.of().parseHex(hex);
    for (var before : new String[] {"", "abc", "abcdefg", "abcdefgh"}) {
      var bytes = new Bytes(32);
      bytes.put("{\"" + before);
      bytes.put(inside);
      bytes.put("x\":1}");
      assertThatThrownBy(() -> Json.parse(bytes.toByteArray()))
          .as(before)
          .isInstanceOf(JsonException.class)
          .hasMessageContainingAll("at byte " + (2 + before.length()));
    }
  }

  @Test
  void passesOverAByteOrderMarkAtTheStartAlone() {
    assertThat(Json.parse(utf8("\uFEFF {\"a\":1}")).toBytes()).isEqualTo(utf8("{\"a\":1}"));
    for (var text : List.of("\uFEFF", "{}\uFEFF", "\uFEFF\uFEFF{}", "{\uFEFF}")) {
      assertThatThrownBy(() -> Json.parse(utf8(text))).isInstanceOf(JsonException.class);
    }
  }

  @Test
  void passesOverAByteOrderMarkBeforeNamesThatNoShapeShares() {
    var object = (JsonObject) Json.parse(utf8("\uFEFF {\"a\":1,\"\\u0062\":2,\"a\":3}"));
    assertThat(object.get("a").orElseThrow().text()).isEqualTo("3");
    assertThat(object.get("b").orElseThrow().text()).isEqualTo("2");
  }

  @Test
  void tellsItsOffset() {
    assertThatThrownBy(() -> Json.parse(utf8("[1,x]")))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.offset()).isEqualTo(3));
  }

  private static byte[] utf8(String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}
