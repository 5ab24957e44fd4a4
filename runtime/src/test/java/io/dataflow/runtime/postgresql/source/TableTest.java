package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          orders                      | "orders"
          public.Orders               | "public"."Orders"
          "a.b"."c \""d"               | "a.b"."c \""d"
          orders; DROP TABLE x --     | "orders; DROP TABLE x --"
          """)
  void quotesEachPartOfAName(String text, String quoted) {
    assertThat(new Table(text).from()).isEqualTo(quoted);
  }
}
