package io.dataflow.runtime.connector.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER      | 1                          | 1.0                           | true",
        "NUMBER      | 100                        | 1e2                           | true",
        "NUMBER      | 1.10                       | 1.1                           | true",
        "NUMBER      | 9007199254740993           | 9007199254740992              | false",
        "EXACT       | 1                          | 1.0                           | false",
        "UUID        | A0EEBC99-9C0B              | {a0eebc999c0b}                | true",
        "CASELESS     | A                          | a                             | true",
        "EXACT       | A                          | a                             | false",
        "PADDED      | 'a  '                      | a                             | true",
        "MOMENT      | 2026-01-31T12:00:00Z       | 2026-01-31 13:00:00+01        | true",
        "MOMENT      | 2026-01-31T12:00:00.000Z   | 2026-01-31 12:00:00.000000+00 | true",
        "MOMENT      | 2026-01-31 12:00:00        | 2026-01-31T12:00:00Z          | true",
        "MOMENT      | 2026-01-31T12:00:00Z       | 2026-01-31T12:00:01Z          | false",
      })
  void isEqualWhereTheValuesAreEqual(KeyForm form, String one, String other, boolean equal) {
    assertThat(of(form, one).equals(of(form, other))).isEqualTo(equal);
  }

  private static String of(KeyForm form, String value) {
    return form.of(value.getBytes(StandardCharsets.UTF_8));
  }
}
