package io.dataflow.api.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
  private static Object plain(String text) {
    var documents = YamlDocument.all(text);
    assertThat(documents).hasSize(1);
    assertThat(documents.getFirst().problems()).isEmpty();
    return documents.getFirst().root().plain().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "5, WHOLE",
    "-5, WHOLE",
    "0, WHOLE",
    "-0, WHOLE",
    "123456789012345678901234567890, WHOLE",
    "1.5, FRACTION",
    "1e3, FRACTION",
    "-1.5E-3, FRACTION",
    "010, TEXT",
    "0x10, TEXT",
    "0o10, TEXT",
    "1_000, TEXT",
    "+5, TEXT",
    "1., TEXT",
    "1e, TEXT",
    "-, TEXT",
    ".inf, TEXT",
    "2026-01-01, TEXT",
    "1h, TEXT",
    "true, FLAG",
    "FALSE, FLAG",
    "yes, TEXT",
    "on, TEXT",
    "null, NOTHING",
    "~, NOTHING",
    "nothing, TEXT"
  })
  void knowsWhatAScalarIs(String text, YamlKind kind) {
    assertThat(YamlScalar.plain(text).kind()).isEqualTo(kind);
  }

  @Test
  void keepsEveryDigit() {
    assertThat(plain("[9007199254740993, 123456789012345678901234567890, 0.10]"))
        .isEqualTo(
            List.of(
                9007199254740993L,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("0.10")));
  }

  @Test
  void takesWhatIsInQuotesAsText() {
    assertThat(plain("['5', \"true\", 'null', '']")).isEqualTo(List.of("5", "true", "null", ""));
    assertThat(plain("a: |\n  5\n")).isEqualTo(Map.of("a", "5\n"));
  }

  @Test
  void readsJson() {
    assertThat(plain("{\"a\": [1, \"\\u00e9\\n\", true, {}], \"b\": {\"c\": \"d\"}}"))
        .isEqualTo(Map.of("a", List.of(1L, "é\n", true, Map.of()), "b", Map.of("c", "d")));
  }

  @Test
  void makesNothingOfTypeNames() {
    assertThat(plain("a: !!java.net.URL [\"http://example.com\"]"))
        .isEqualTo(Map.of("a", List.of("http://example.com")));
  }

  @Test
  void separatesDocuments() {
    var documents = YamlDocument.all("a: 1\n---\n---\nb: 2\n...\n---\nc: [\n");
    assertThat(documents).hasSize(3);
    assertThat(documents.get(1).root().plain()).contains(Map.of("b", 2L));
    assertThat(documents.get(2).root().isAbsent()).isTrue();
    assertThat(documents.get(2).problems()).hasSize(1);
  }

  @Test
  void survivesAMillionBrackets() {
    for (var text : List.of("[", "{a: ", "- ", "? ")) {
      var documents = YamlDocument.all(text.repeat(1_000_000 / text.length()));
      assertThat(documents.getLast().problems()).hasSize(1);
    }
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(YamlDocument.all("a".repeat(3_000_001)).getFirst().problems())
        .extracting(Object::toString)
        .containsExactly("longer than 3000000 characters.");
  }

  @Test
  void takesEveryCharacterThatJsonMayHold() {
    var text = "a\u007f\u0080\ufffe\u0085😀\u2028b";
    assertThat(YamlDocument.all("{\"a\": \"" + text + "\"}").getFirst().root().plain())
        .contains(Map.of("a", text));
    assertThat(YamlDocument.all("a: \"" + text + "\"").getFirst().problems()).hasSize(1);
  }

  @Test
  void printsNoValues() {
    assertThat(YamlDocument.all("a: hunter2").getFirst().toString()).doesNotContain("hunter2");
  }
}
