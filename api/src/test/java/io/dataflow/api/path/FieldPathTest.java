package io.dataflow.api.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where paths write.
class FieldPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a|{}|{"a":9}
          a|{"a":{"b":1}}|{"a":9}
          a.b|{}|{"a":{"b":9}}
          a.b|{"a":null}|{"a":{"b":9}}
          a.b|{"a":{"c":1}}|{"a":{"c":1,"b":9}}
          a.1|{"a":[1,2,3]}|{"a":[1,9,3]}
          a.3|{"a":[1]}|{"a":[1,null,null,9]}
          a[0].b|{}|{"a":[{"b":9}]}
          a.0|{"a":{}}|{"a":{"0":9}}
          $['0']|{}|{"0":9}
          a['0']|{}|{"a":{"0":9}}
          a\\.b|{}|{"a.b":9}
          a.#|{"a":[1,2]}|{"a":[9,9]}
          a.#.b|{"a":[{"b":1},{}]}|{"a":[{"b":9},{"b":9}]}
          a.#.b|{}|{}
          #.b|[{},{}]|[{"b":9},{"b":9}]
          """)
  void puts(String path, String before, String after) {
    var json = json(before);
    assertThat(FieldPath.parse(path).put(json, JsonScalar.of(9))).isTrue();
    assertThat(json).hasToString(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.b|{"a":1}
          a.b|{"a":"text"}
          a.b|{"a":[1]}
          a.b.c|{"a":{"b":false}}
          a.#.b|{"a":{}}
          a.99999|{"a":[]}
          a.99999.x|{}
          a|[1]
          a|5
          """)
  void cannotPut(String path, String document) {
    var json = json(document);
    assertThat(FieldPath.parse(path).put(json, JsonScalar.of(9))).isFalse();
    assertThat(json).hasToString(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a|{"a":1,"b":2}|{"b":2}
          a.b|{"a":{"b":1}}|{"a":{}}
          a.1|{"a":[1,2,3]}|{"a":[1,3]}
          a.#|{"a":[1,2,3]}|{"a":[]}
          a[*].x|{"a":[{"x":1,"y":2},{"x":1}]}|{"a":[{"y":2},{}]}
          1|[1,2]|[1]
          a.b.c|{"a":{"b":5}}|{"a":{"b":5}}
          a.7|{"a":[ 1 ]}|{"a":[ 1 ]}
          zzz|{ }|{ }
          """)
  void removes(String path, String before, String after) {
    var json = json(before);
    FieldPath.parse(path).remove(json);
    assertThat(json).hasToString(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.*", "a?", "a.#(b==1).c", "a.#(b==1)#"})
  void whatOnlyReadsIsRefused(String path) {
    assertThatThrownBy(() -> FieldPath.parse(path))
        .isInstanceOf(PathException.class)
        .hasMessage(
            "`"
                + path
                + "` does not say which field to write: wildcards and queries can only be read."
                + " Name the field, for example `customer.id`; a backslash before `*`, `?` or `#`"
                + " means the character.");
  }

  private static Json json(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
