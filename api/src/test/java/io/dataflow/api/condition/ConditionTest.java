package io.dataflow.api.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.path.Operator;
import io.dataflow.api.path.Path;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How conditions are read and what is said when they cannot be; what they mean is in the cases of
/// `conformance/conditions.yaml`.
class ConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          ~~¦1¦empty. Write what must hold, for example `$.status == 'paid'`.
          ~  ~¦1¦empty. Write what must hold, for example `$.status == 'paid'`.
          ~$.a == ~¦8¦`$.a == ` ends after `==`. Put a value there, for example `$.a == 'x'`.
          $.a &&¦7¦`$.a &&` ends after `&&`. Put a value there, for example `$.a == 'x'`.
          !¦2¦`!` ends after `!`. Put a value there, for example `$.a == 'x'`.
          (¦2¦`(` ends after `(`. Put a value there, for example `$.a == 'x'`.
          $.a = 'x'¦5¦`$.a = 'x'` has `=` alone at column 5. Write `==`.
          $.a === 'x'¦7¦`$.a === 'x'` has `=` alone at column 7. Write `==`.
          $.a <> 'x'¦5¦`$.a <> 'x'` has `<>` at column 5. Write `!=`.
          $.a & $.b¦5¦`$.a & $.b` has `&` alone at column 5. Write `&&`.
          ($.a¦1¦`($.a` has a `(` that is not closed at column 1. Put a `)` behind what belongs together.
          $.a)¦4¦`$.a)` has a `)` that closes nothing at column 4. Drop it or put a `(` before.
          ()¦2¦`()` has nothing between `(` and `)` at column 2. Put a value there, for example `$.a == 'x'`.
          $.a == 'x¦8¦`$.a == 'x` has a quote that is not closed at column 8. Put a `'` behind the value.
          $.a == "x'¦8¦`$.a == "x'` has a quote that is not closed at column 8. Put a `"` behind the value.
          $.a 'x'¦5¦`$.a 'x'` has no operator between `$.a` and `'x'` at column 5. Put one there, for example `$.a == 'x'`.
          $.a and $.b¦5¦`$.a and $.b` has no operator between `$.a` and `and` at column 5. Write `&&` for `and`.
          $.a == 1 or $.b¦10¦`$.a == 1 or $.b` has no operator between `1` and `or` at column 10. Write `||` for `or`.
          $.a ($.b)¦5¦`$.a ($.b)` has no operator between `$.a` and `(` at column 5. Put `&&` or `||` there.
          $.a !$.b¦5¦`$.a !$.b` has no operator between `$.a` and `!` at column 5. Put `&&` or `||` there.
          == 'x'¦1¦`== 'x'` begins with `==` at column 1. Put a value there, for example `$.a == 'x'`.
          $.a == == 1¦8¦`$.a == == 1` has nothing between `==` and `==` at column 8. Put a value there, for example `$.a == 'x'`.
          1 < $.a < 5¦9¦`1 < $.a < 5` has a second comparison `<` at column 9. Join the two with `&&`.
          'x'¦1¦`'x'` has the value `'x'` by itself at column 1. Compare a field with it, for example `$.a == 'x'`.
          $.a && 5¦8¦`$.a && 5` has the value `5` by itself at column 8. Compare a field with it, for example `$.a == 5`.
          'a' == 'b'¦1¦`'a' == 'b'` compares two values at column 1. Put a field on one side, for example `$.a`.
          $.a, $.b¦4¦`$.a, $.b` has `,`, which means nothing at column 4. Put a value with such characters in quotes.
          $.a == {}¦8¦`$.a == {}` has `{`, which means nothing at column 8. Put a value with such characters in quotes.
          $.a[0 == 1¦4¦`$.a[0 == 1` has a bracket that is not closed at column 4. Put a `]` behind it.
          $.a..b == 1¦5¦`$.a..b == 1`: `$.a..b` has no name at column 5. Put one there.
          $.x == 1 && $.a. == 1¦17¦`$.x == 1 && $.a. == 1`: `$.a.` ends after a dot. Put a name there or drop the dot.
          metadata. == 1¦10¦`metadata. == 1` names no key behind `metadata.`. Put one there, for example `metadata.topic`.
          metadata.to* == 1¦1¦`metadata.to* == 1` looks for `metadata.to*`. Metadata is named by plain keys, for example `metadata.topic`.
          """)
  void saysWhatIsWrongAndWhere(String text, int column, String message) {
    assertThatThrownBy(() -> Condition.parse(text == null ? "" : text))
        .isInstanceOfSatisfying(
            ConditionException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessage(message);
  }

  @Test
  void nestingIsBounded() {
    for (var open : List.of("(", "!", "!(")) {
      assertThatThrownBy(() -> Condition.parse(open.repeat(10_000) + "$.a"))
          .isInstanceOf(ConditionException.class)
          .hasMessageStartingWith("nested more than 100 deep at column 101.");
    }
    var deep = "(".repeat(100) + "$.a" + ")".repeat(100);
    assertThat(Condition.parse(deep).expression()).isEqualTo(Condition.parse("$.a").expression());
  }

  @Test
  void lengthIsNot() {
    var many = Condition.parse("$.a == 1" + " || $.a == 2 && !$.b".repeat(20_000));
    assertThat(many.holds(message("{\"a\":2}"))).isTrue();
    assertThat(many.holds(message("{\"a\":3}"))).isFalse();
  }

  @Test
  void readsIntoParts() {
    var a = new Expression.Truthy(new Operand.Field(Path.parse("$.a")));
    assertThat(Condition.parse("$.a && (!$.a || $.a)").expression())
        .isEqualTo(
            new Expression.And(List.of(a, new Expression.Or(List.of(new Expression.Not(a), a)))));
    assertThat(Condition.parse("metadata.headers.X == $.a").expression())
        .isEqualTo(
            new Expression.Comparison(
                new Operand.Known(List.of("headers", "X")),
                Operator.EQUAL,
                new Operand.Field(Path.parse("$.a"))));
  }

  @Test
  void keepsItsText() {
    assertThat(Condition.parse(" $.a  == 'x'").text()).isEqualTo(" $.a  == 'x'");
    assertThat(Condition.parse("$.a == 'x'")).isEqualTo(Condition.parse("$.a == 'x'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true|true
          false|false
          metadata.flag|true
          metadata.flag == true|true
          metadata.offset|false
          metadata.offset == 0|true
          metadata.partition == 3|true
          metadata.time == '2026-03-01T10:15:00Z'|true
          metadata.headers|true
          metadata.headers == '{"X":"1"}'|true
          metadata.headers.X == 1|true
          metadata.headers.Y|false
          metadata['flag']|false
          metadata.list == '["a","b"]'|true
          """)
  void looksAtMetadata(String text, boolean holds) {
    assertThat(Condition.parse(text).holds(message("{}"))).isEqualTo(holds);
  }

  private static Message message(String body) {
    var metadata =
        Map.<String, Object>of(
            "flag",
            true,
            "offset",
            0L,
            "partition",
            3,
            "time",
            Instant.parse("2026-03-01T10:15:00Z"),
            "headers",
            Map.of("X", "1"),
            "list",
            List.of("a", "b"));
    return new Message(body.getBytes(StandardCharsets.UTF_8), Metadata.of(metadata));
  }
}
