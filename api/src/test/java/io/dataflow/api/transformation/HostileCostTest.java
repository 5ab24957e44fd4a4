package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.spec.Step;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The memory that a hostile record costs: what a step allocates for it grows as the record does,
/// and is a small multiple of it. Bytes are counted and no time, so a busy machine changes nothing.
class HostileCostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");
  private static final int TIMES = 4;
  private static final long SLACK = 1 << 20;

  /// Bytes allocated for each byte of the record; what costs most are names of a few bytes.
  private static final int MOST = 100;

  private static final List<String> STEPS =
      List.of(
          "{type: filter, config: {condition: \"$.k1 == 'x' || $.o.k2 > 1\"}}",
          "{type: mask, config: {fields: [k1, o.k2, 'l.#.k7']}}",
          "{type: mask, config: {fields: [k1, o], keepLength: true}}",
          "{type: select, config: {fields: [k1, o.k2, l]}}",
          "{type: remove, config: {fields: [k1, o.k2, 'l.#.k7']}}",
          "{type: timestamp, config: {fieldName: o.at}}",
          "{type: router, config: {routes: [{condition: $.k1 == 'x', sink:"
              + " {type: kafka, config: {brokers: ['k:1'], topic: t}}}]}}",
          "{type: flatten, config: {field: l}}",
          "{type: replaceField, config: {renames: ['k1:o.x.y', 'o.k2:z', 'l.0:first']}}",
          "{type: replaceField, config: {include: [k1, k99999, o, 'l.#.k7']}}",
          "{type: structFlatten}",
          "{type: extractField, config: {field: o}}",
          "{type: hoistField, config: {field: o}}",
          "{type: insertField, config: {fields: {k1: x, o.n.m: 'json:{}', 'l.#.at': '${now}'}}}",
          "{type: snakeCase, config: {deep: true}}",
          "{type: camelCase, config: {deep: true}}",
          "{type: cast, config: {spec: {k1: string, o.k2: string, 'l.#.k7': float64}}}",
          "{type: timezone, config: {timezone: UTC, fields: [k1, o.k2, 'l.#.k7']}}",
          "{type: debeziumUnwrap, config: {addSourceFields: [k1], addOperationFields: true}}",
          "{type: headersToPayload, config: {mappings: ['h:k1', 'h:o.n.m']}}");

  /// By how large they are: from 1 to [#TIMES], which is 10 MB of text, 100 000 keys, 10 000
  /// levels, a key of 1 MB.
  private static final Map<String, IntFunction<String>> BODIES =
      Map.of(
          "a long text", n -> "{\"k1\":\"" + "x".repeat(n * 2_500_000) + "\",\"o\":{\"k2\":1}}",
          "a long escaped text", n -> "{\"k1\":\"" + "\\u00e9\\n".repeat(n * 50_000) + "\"}",
          "many keys", n -> "{" + keys("", n) + ",\"o\":{" + keys("", n) + "}}",
          "many keys in rows", n -> "{\"l\":[{" + keys("", n) + "},{" + keys("", n) + "}]}",
          "deep objects", n -> "{\"o\":" + "{\"a\":".repeat(n * 2_500) + "1" + close(n) + "}",
          "deep arrays", n -> "{\"l\":" + "[".repeat(n * 2_500) + "]".repeat(n * 2_500) + "}",
          "a long key", n -> "{\"" + "k".repeat(n * 250_000) + "\":{\"a\":1},\"o\":{}}",
          "half pairs", n -> "{\"k1\":\"" + "\\ud83d".repeat(n * 50_000) + "\",\"o\":{}}",
          "keys of half pairs",
              n -> "{" + keys("\\ude42", n) + ",\"o\":{" + keys("\\ud83d", n) + "}}");

  private static String close(int n) {
    return "}".repeat(n * 2_500);
  }

  private static String keys(String prefix, int n) {
    return IntStream.range(0, n * 25_000)
        .mapToObj(i -> "\"" + prefix + "k" + i + "\":" + i)
        .collect(Collectors.joining(","));
  }

  static Stream<Arguments> cases() {
    return STEPS.stream()
        .flatMap(step -> BODIES.keySet().stream().map(body -> Arguments.of(step, body)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void allocatesAsMuchAsItsSizeAsksFor(String yaml, String body) {
    var step = OneStep.step(yaml);
    var small = utf8(BODIES.get(body).apply(1));
    var large = utf8(BODIES.get(body).apply(TIMES));
    // What is made once, for the first record of all, is not for its size.
    allocated(step, utf8("{\"k1\":\"x\",\"o\":{\"k2\":2},\"l\":[{\"k7\":3}]}"));
    long forSmall = allocated(step, small);
    long forLarge = allocated(step, large);
    assertThat(forLarge).as("grows").isLessThan(2 * TIMES * forSmall + SLACK);
    assertThat(forLarge).as("of its size").isLessThan(MOST * (long) large.length + SLACK);
  }

  /// Bytes from a message that came to those that go.
  private static long allocated(Step step, byte[] body) {
    var runner = new StepRunner(1, step);
    var message = new Message(body, Metadata.of(Map.of("headers", Map.of("h", "1"))));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int length = 0;
    for (var out : runner.run(List.of(message), NOW, (_, _, _) -> {})) {
      length += out.bytes().length;
    }
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(length).isNotNegative();
    return after - before;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
