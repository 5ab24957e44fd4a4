package io.dataflow.api.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.chain.StepWorkers;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Whatever the chain, in = out + filtered + dead + (children - parents), and what comes out is in
/// the order of what came in, however many threads there are.
class ChainPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

  @Test
  void everyMessageIsAccountedFor() {
    Tries.of(
        1_500,
        chance -> {
          var current = AnyMessages.of(chance, 20);
          int place = 0;
          for (var step : steps(chance)) {
            current = accounted(new StepRunner(++place, step), step, current);
          }
        });
  }

  private static List<Message> accounted(StepRunner runner, Step step, List<Message> in) {
    var expected = in.stream().map(it -> Expected.of(step, it)).toList();
    var dead = new ArrayList<Message>();
    var out = runner.run(in, NOW, (message, _, _) -> dead.add(message));
    assertThat(in).as("%s", step).containsAll(dead);
    int least = 0;
    int most = 0;
    for (int i = 0; i < in.size(); i++) {
      var message = in.get(i);
      if (dead.stream().noneMatch(it -> it == message)) {
        // One message stays, or is filtered, or becomes its children.
        least += expected.get(i).least();
        most += expected.get(i).most();
      }
    }
    assertThat(out.size()).as("%s", step).isBetween(least, most);
    assertThat(out.stream().map(Message::index).toList()).as("%s", step).isSorted();
    return out;
  }

  @Test
  void severalThreadsMakeTheSameOfIt() {
    try (var others = Executors.newFixedThreadPool(3)) {
      Tries.of(
          150,
          chance -> {
            var steps = steps(chance);
            var bodies = AnyMessages.of(chance, 300);
            var alone = run(StepWorkers.alone(), steps, copies(bodies));
            var together = run(new StepWorkers(4, others), steps, copies(bodies));
            assertThat(together).isEqualTo(alone);
          });
    }
  }

  private static List<String> run(StepWorkers workers, List<Step> steps, List<Message> messages) {
    var told = new ArrayList<String>();
    var current = messages;
    int place = 0;
    for (var step : steps) {
      current =
          workers.run(
              new StepRunner(++place, step),
              current,
              NOW,
              (message, stage, reason) -> told.add(message.index() + stage + reason));
    }
    current.forEach(
        it ->
            told.add(
                it.index()
                    + new String(it.bytes(), StandardCharsets.ISO_8859_1)
                    + it.destination().map(Object::toString)
                    + it.metadata().asMap()));
    return told;
  }

  private static List<Message> copies(List<Message> messages) {
    var copies = new ArrayList<Message>();
    for (var message : messages) {
      var copy = new Message(message.isTombstone() ? null : message.original(), message.source());
      copy.index(message.index());
      copies.add(copy);
    }
    return copies;
  }

  private static List<Step> steps(Chance chance) {
    var steps = new ArrayList<Step>();
    for (int i = chance.below(5); i >= 0; i--) {
      AnyStep.of(chance.oneOf(AnyStep.TYPES), chance).ifPresent(steps::add);
    }
    return steps;
  }
}
