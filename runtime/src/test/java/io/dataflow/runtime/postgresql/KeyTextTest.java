package io.dataflow.runtime.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int8        | 1                          | 1.0                           | true",
        "numeric     | 100                        | 1e2                           | true",
        "numeric     | 1.10                       | 1.1                           | true",
        "numeric     | 9007199254740993           | 9007199254740992              | false",
        "text        | 1                          | 1.0                           | false",
        "uuid        | A0EEBC99-9C0B              | {a0eebc999c0b}                | true",
        "citext      | A                          | a                             | true",
        "text        | A                          | a                             | false",
        "bpchar      | 'a  '                      | a                             | true",
        "timestamptz | 2026-01-31T12:00:00Z       | 2026-01-31 13:00:00+01        | true",
        "timestamptz | 2026-01-31T12:00:00.000Z   | 2026-01-31 12:00:00.000000+00 | true",
        "timestamptz | 2026-01-31 12:00:00        | 2026-01-31T12:00:00Z          | true",
        "timestamptz | 2026-01-31T12:00:00Z       | 2026-01-31T12:00:01Z          | false",
      })
  void isEqualWhereTheValuesAreEqual(String type, String one, String other, boolean equal) {
    assertThat(of(type, one).equals(of(type, other))).isEqualTo(equal);
  }

  private static String of(String type, String value) {
    return KeyText.of(type, value.getBytes(StandardCharsets.UTF_8));
  }
}
