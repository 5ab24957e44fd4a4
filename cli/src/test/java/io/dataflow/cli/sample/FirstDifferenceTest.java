package io.dataflow.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstDifferenceTest {
  @Test
  void spellingAndOrderOfFieldsDoNotCount() {
    assertThat(difference("{'a':1,'b':'x/y'}", "{ 'b' : 'x\\/y', 'a' : 1 }")).isEmpty();
  }

  @Test
  void everyDigitCounts() {
    assertThat(difference("1.0", "1.00")).isEqualTo("$: expected 1.0, got 1.00");
    assertThat(difference("'1'", "1")).isEqualTo("$: expected \"1\", got 1");
  }

  @Test
  void namesThePlace() {
    assertThat(difference("{'a':{'b c':[1,{'d':null}]}}", "{'a':{'b c':[1,{'d':0}]}}"))
        .isEqualTo("$.a[\"b c\"][1].d: expected null, got 0");
    assertThat(difference("{'a':1}", "{}")).isEqualTo("$.a: missing, expected 1");
    assertThat(difference("{}", "{'a':1}")).isEqualTo("$.a: not expected, got 1");
    assertThat(difference("[1]", "[1,2]")).isEqualTo("$: expected 1 elements, got 2");
  }

  private static String difference(String expected, String actual) {
    return FirstDifference.between(json(expected), json(actual), "$").orElse("");
  }

  private static Json json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
