package io.dataflow.runtime.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Reference;
import io.dataflow.api.message.Message;
import io.dataflow.api.property.AnyMessages;
import io.dataflow.api.property.Chance;
import io.dataflow.api.property.Tries;
import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.flow.RunningFlow;
import io.dataflow.runtime.metrics.Scrape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever the steps and the messages of a flow are: nothing comes out of its routes as an
/// exception, what comes out of them as records is valid JSON or a dead letter, and every message
/// is accounted for: in + (children - parents) = out + filtered + dead.
class RoutePropertyTest {
  private static final int FLOWS = 12;
  private static final int MESSAGES = 300;

  @Test
  void allThatGoesInComesOutOrIsToldOf() {
    Tries.of(FLOWS, RoutePropertyTest::keepsItsWord);
  }

  private static void keepsItsWord(Chance chance) {
    var any = AnyFlow.of(chance);
    var messages = AnyMessages.of(chance, MESSAGES);
    any.send(messages, chance);
    var flow = new RunningFlow(TestFlow.spec(any.yaml()), TestFlow.options());
    flow.start();
    try {
      TestFlow.await(() -> isDone(flow));
      assertThat(flow.state().failure()).as(any.yaml()).isEmpty();
      assertThat(flow.counters().acknowledged()).as(any.yaml()).isEqualTo(MESSAGES);
      isValid(any, messages);
      isAccounted(any, flow);
    } finally {
      flow.stop();
    }
  }

  private static boolean isDone(RunningFlow flow) {
    return flow.counters().acknowledged() == MESSAGES || flow.state().failure().isPresent();
  }

  /// What is no JSON either was none before, and no step has touched it.
  private static void isValid(AnyFlow any, List<Message> messages) {
    var otherThanJson =
        messages.stream()
            .filter(it -> !it.isTombstone() && Reference.read(it.original()).isEmpty())
            .map(it -> text(it.original()))
            .collect(Collectors.toSet());
    var values = any.out().stream().map(it -> it.value()).toList();
    for (var value : values) {
      if (value != null && Reference.read(value).isEmpty()) {
        assertThat(Set.of(text(value))).as(any.yaml()).isSubsetOf(otherThanJson);
      }
    }
    assertThat(values.stream().filter(it -> it == null).count())
        .as(any.yaml())
        .isLessThanOrEqualTo(messages.stream().filter(Message::isTombstone).count());
    for (var record : any.dead().records()) {
      assertThat(Reference.read(record.value())).as(any.yaml()).isPresent();
      assertThat(DeadLetter.of(record.value()).reason()).doesNotContain(AnyMessages.HIDDEN);
    }
  }

  /// Topics, counters and meters know of the same messages, step by step.
  private static void isAccounted(AnyFlow any, RunningFlow flow) {
    var letters = any.dead().records().stream().map(it -> DeadLetter.of(it.value())).toList();
    var dead = DeadLetter.byStage(letters);
    var page = Scrape.of(flow);
    long current = MESSAGES;
    long filtered = 0;
    for (int i = 0; i < any.types().size(); i++) {
      var type = any.types().get(i);
      var index = "transformer_index=\"" + i + "\"";
      long in = (long) page.sum("transformer_messages_in_total", index);
      long out = (long) page.sum("transformer_messages_out_total", index);
      long worked = in - dead.getOrDefault((i + 1) + ":" + type, 0L);
      assertThat(in).as("into %s of\n%s", i, any.yaml()).isEqualTo(current);
      switch (type) {
        case "filter", "debeziumUnwrap" -> {
          assertThat(out).as("out of %s of\n%s", i, any.yaml()).isBetween(0L, worked);
          filtered += worked - out;
        }
        case "flatten" ->
            assertThat(out).as("out of %s of\n%s", i, any.yaml()).isGreaterThanOrEqualTo(worked);
        default -> assertThat(out).as("out of %s of\n%s", i, any.yaml()).isEqualTo(worked);
      }
      current = out;
    }
    assertThat((long) any.out().size()).as(any.yaml()).isEqualTo(current);
    assertThat(flow.counters().dropped()).as(any.yaml()).isEqualTo(filtered);
    assertThat(flow.counters().rejected()).as(any.yaml()).isEqualTo(letters.size());
    assertThat(flow.counters().received()).as(any.yaml()).isEqualTo(MESSAGES);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.ISO_8859_1);
  }
}
