package io.dataflow.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.terminal.DisplayText;
import io.dataflow.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String FLOW =
      """
      source: {type: kafka, config: {brokers: ['k:9092'], topic: orders}}
      transformations: [{type: remove, config: {fields: [a]}}]
      sink: {type: kafka, config: {brokers: ['k:9092'], topic: clean}}
      """;

  private static Explanation explanation(boolean colour, int columns) {
    var nowhere = new PrintWriter(new StringWriter());
    var terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, colour, colour);
    return new Explanation(terminal, spec(), UnaryOperator.identity(), columns, false);
  }

  private static DataFlowSpec spec() {
    return ((Reading.Valid) Manifest.parse(FLOW).bind(Secrets.none())).flow().spec();
  }

  private static Subject subject(byte[] body) {
    return new Subject("m", new Message(body, Metadata.of(Map.of())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void showsTheFirstOfManyMessagesThatComeOutOfOne() {
    var child =
        new Trail(bytes("{\"n\":1}"), List.of(), new Trail.End.Arrived("main", bytes("{\"n\":1}")));
    var divided =
        new Trail(
            bytes("[1,2]"),
            List.of(new Stop(1, Optional.empty(), List.of(), new Effect.Divided(2000))),
            new Trail.End.Divided(List.of(child, child), 2000));
    assertThat(explanation(false, 100).lines(subject(bytes("[1,2]")), divided))
        .containsSubsequence(
            "    ├ 1 remove  a",
            "    │   ⋔ 2,000 messages come out of it",
            "    ╰─⋔ 2,000 messages",
            "  m, 1 of 2,000",
            "    │ {\"n\":1}",
            "    ╰─▶ main  kafka  clean",
            "  m, 2 of 2,000",
            "  … and 1,998 more like them");
  }

  @Test
  void coloursStandForPersonsAndNoLineIsLongerThanTheWindow() {
    var body = bytes("{\"a\":\"" + "日本".repeat(100) + "\",\"b\":\"" + "x".repeat(90) + "\"}");
    var trail = new Tracer(spec(), Instant.EPOCH).trace(subject(body).message());
    var plain = explanation(false, 60).lines(subject(body), trail);
    assertThat(plain)
        .allMatch(line -> DisplayText.width(line) <= 60)
        .anyMatch(line -> line.endsWith("…"));
    var coloured = explanation(true, 60).lines(subject(body), trail);
    assertThat(coloured).anyMatch(line -> line.contains("\033[31m− \033[0m"));
    assertThat(coloured.stream().map(line -> line.replaceAll("\033\\[\\d+m", "").stripTrailing()))
        .isEqualTo(plain);
  }

  @Test
  void saysThatATombstoneHasNoBody() {
    var subject = subject(null);
    var trail = new Tracer(spec(), Instant.EPOCH).trace(subject.message());
    assertThat(explanation(false, 100).lines(subject, trail))
        .contains("    │ a tombstone: a key without a body");
  }
}
