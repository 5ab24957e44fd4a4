package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Records that are made to cost much cost their size: what would grow with its square, or overflow
/// a stack, does not end here or fails.
class HostileFieldsTest {
  private static final List<String> STEPS =
      List.of(
          "{type: flatten, config: {field: l}}",
          "{type: flatten, config: {field: o.l}}",
          "{type: replaceField, config: {renames: ['k1:o.x.y', 'o.k2:z', 'l.0:first']}}",
          "{type: replaceField, config: {include: [k1, k99999, o, 'l.#.k7']}}",
          "{type: replaceField, config: {exclude: [k1, k99999, o.k5, 'l.#.k7']}}",
          "{type: structFlatten}",
          "{type: extractField, config: {field: o}}",
          "{type: hoistField, config: {field: o}}",
          "{type: insertField, config: {fields: {k1: x, o.n.m: 'json:{}', 'l.#.at': '${now}'}}}",
          "{type: snakeCase}",
          "{type: snakeCase, config: {deep: true}}",
          "{type: camelCase}",
          "{type: camelCase, config: {deep: true}}",
          "{type: cast, config: {spec: {k1: int64, o.k2: string, 'l.#.k7': float64}}}",
          "{type: timezone, config: {timezone: UTC, fields: [k1, o.k2, 'l.#.k7']}}",
          "{type: debeziumUnwrap, config: {addSourceFields: [k1], addOperationFields: true}}",
          "{type: headersToPayload, config: {mappings: ['h:k1', 'h:o.n.m']}}");

  private static final Map<String, String> BODIES =
      Map.of(
          "a long text", "{\"k1\":\"" + "x".repeat(10_000_000) + "\",\"l\":[{\"a\":1}],\"o\":{}}",
          "many keys", "{" + keys("k") + ",\"o\":{" + keys("k") + "},\"l\":[{" + keys("k") + "}]}",
          "escaped keys", "{" + keys("\\u006b") + ",\"o\":{" + keys("\\u006b") + "}}",
          "deep objects", "{\"k1\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001),
          "deep arrays", "{\"l\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",\"o\":{}}",
          "a long key", "{\"" + "k".repeat(1_000_000) + "\":{\"a\":1,\"b\":2},\"l\":[1,{}]}",
          "a row with many keys", "{\"payload\":{\"op\":\"u\",\"after\":{" + keys("k") + "}}}",
          "half a pair", "{\"\\ud83d\":{\"\\ude42\":1},\"l\":[{\"\\ud83d\":\"\\ude42\"}],\"o\":{}}",
          "many elements", "{\"o\":{\"l\":[" + "{},".repeat(99_999) + "{}]},\"k1\":1}");

  private static String keys(String prefix) {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> "\"" + prefix + i + "\":" + i)
        .collect(Collectors.joining(","));
  }

  static Stream<Arguments> cases() {
    return STEPS.stream()
        .flatMap(step -> BODIES.keySet().stream().map(body -> Arguments.of(step, body)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void costTheirSize(String step, String body) {
    for (var out : OneStep.run(step, BODIES.get(body))) {
      if (!out.startsWith("1:")) {
        var bytes = out.getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parse(bytes).toBytes()).isEqualTo(bytes);
      }
    }
  }
}
