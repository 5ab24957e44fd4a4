package io.dataflow.api.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths in both spellings, `a.0.b` and `$.a[0].b`.
class PathTest {
  private static final String DOCUMENT =
      """
      {"name": {"first": "Tom", "last": "Anderson"}, "age": 37, "nothing": null,
       "children": ["Sara", "Alex", "Jack"], "fav.movie": "Deer Hunter", "a b": {"c": 1},
       "friends": [{"first": "Dale", "age": 44, "nets": ["ig", "fb"]},
                   {"first": "Roger", "age": 68}, {"first": "Jane", "age": 47, "nets": ["ig"]}],
       "numbers": {"0": "zero", "1": "one"}, "list": [5, "5", 7], "#": "hash", "$x": 1,
       "@timestamp": "t", "st*r": 2, "empty": []}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          age|37
          $.age|37
          $age|37
          name.last|"Anderson"
          $['name']["last"]|"Anderson"
          nothing|null
          children.1|"Alex"
          $.children[1]|"Alex"
          children[1]|"Alex"
          children.#|3
          children[*]|["Sara", "Alex", "Jack"]
          empty.#|0
          fav\\.movie|"Deer Hunter"
          $['fav.movie']|"Deer Hunter"
          $['a b'].c|1
          a b.c|1
          friends.1.first|"Roger"
          friends.#.first|["Dale","Roger","Jane"]
          $.friends[*].first|["Dale","Roger","Jane"]
          friends.#.nets|[["ig", "fb"],["ig"]]
          friends.#.nets.#|[2,1]
          friends.#.nets.0|["ig","ig"]
          friends.#.zzz|[]
          empty.#.x|[]
          numbers.1|"one"
          numbers[1]|"one"
          child*.2|"Jack"
          c?ildren.0|"Sara"
          *.first|"Tom"
          na*.l*t|"Anderson"
          st\\*r|2
          \\#|"hash"
          $['#']|"hash"
          @timestamp|"t"
          friends.#(first=="Roger").age|68
          friends.#(first='Roger').age|68
          friends.#(age>45).first|"Roger"
          friends.#(age>45)#.first|["Roger","Jane"]
          friends.#(age>=100)#.first|[]
          friends.#(nets)#.first|["Dale","Jane"]
          friends.#(nets.#(=="fb")).first|"Dale"
          friends.#(first%"J*").age|47
          friends.#(first!%"J*")#.age|[44,68]
          friends.#(first!="Dale").first|"Roger"
          children.#(=="Alex")|"Alex"
          list.#(>5)|7
          list.#(=="5")#|[5,"5"]
          """)
  void leadsTo(String path, String found) {
    assertThat(Path.parse(path).get(document())).map(Json::toString).contains(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zzz",
        "name.zzz",
        "age.x",
        "age.0",
        "children.3",
        "children.-1",
        "children.first",
        "name.0",
        "name.#",
        "age.#.x",
        "zz*",
        "children.*",
        "friends.#(age>100)",
        "name.#(x==1)",
        "nothing.x",
        "children.99999999999999999999"
      })
  void leadsNowhere(String path) {
    assertThat(Path.parse(path).get(document())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~|1|the path is empty. Name one, for example `$.customer.id`.
          $|2|`$` names no field. Name one, for example `$.customer.id`.
          $.|3|`$.` names no field. Name one, for example `$.customer.id`.
          a.|3|`a.` ends after a dot. Put a name there or drop the dot.
          a..b|3|`a..b` has no name at column 3. Put one there.
          .a|1|`.a` has no name at column 1. Put one there.
          a[|2|`a[` cannot be read at `[`, column 2. Inside brackets stands an index, `*` or a quoted name: `[0]`, `['a b']`.
          a[-1]|2|`a[-1]` cannot be read at `[-1]`, column 2. Inside brackets stands an index, `*` or a quoted name: `[0]`, `['a b']`.
          a['b]|2|`a['b]` cannot be read at `['b]`, column 2. Inside brackets stands an index, `*` or a quoted name: `[0]`, `['a b']`.
          a[0]b|5|`a[0]b` cannot be read at `b`, column 5. Put a dot before it.
          a\\|3|`a\\` ends after a backslash. Write it twice to mean the character.
          a.#(b==1|3|`a.#(b==1` does not close `#(`. Put a `)` at the end of the query.
          a.#(b==)|8|`a.#(b==)` has a query without a value. Put one there, for example `#(sku=="a")`.
          """)
  void saysWhatIsWrong(String path, int column, String message) {
    assertThatThrownBy(() -> Path.parse(path == null ? "" : path))
        .isInstanceOfSatisfying(PathException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessage(message);
  }

  @Test
  void tooManyPartsAreRefused() {
    assertThatThrownBy(() -> Path.parse("a" + ".a".repeat(100_000)))
        .isInstanceOf(PathException.class)
        .hasMessage("the path has more than 64 parts. Name a field less deep.");
  }

  @Test
  void queriesInQueriesEnd() {
    var path = "#(".repeat(20_000) + "a" + ")".repeat(20_000);
    assertThatThrownBy(() -> Path.parse(path))
        .isInstanceOf(PathException.class)
        .hasMessageStartingWith("the path has queries in queries, more than 8 deep.");
  }

  @Test
  void isTheSameAsAnotherOfTheSameText() {
    assertThat(Path.parse("$.a")).isEqualTo(Path.parse("$.a")).hasToString("$.a");
    assertThat(Path.parse("$.a")).isNotEqualTo(Path.parse("a"));
    assertThat(Path.parse("a.b['c']").names()).contains(java.util.List.of("a", "b", "c"));
    assertThat(Path.parse("a.#").names()).isEmpty();
  }

  private static Json document() {
    return Json.parse(DOCUMENT.getBytes(StandardCharsets.UTF_8));
  }
}
