package io.dataflow.api.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.Rejections;
import io.dataflow.api.chain.Slice;
import io.dataflow.api.chain.SliceWatch;
import io.dataflow.api.chain.Slicing;
import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.chain.StepWorkers;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Slices are of the same messages in the same order as the whole batch, with the same rejections
/// and the same counts, however small they are and however often they are made.
class SlicingPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

  @Test
  void slicesAreTheWholeInPieces() {
    Tries.of(
        2_000,
        chance -> {
          var steps = steps(chance);
          var bodies = AnyMessages.of(chance, 12);
          int limit = 1 + chance.below(3_000);
          var whole = new Told();
          whole.whole(steps, bodies);
          var sliced = new Told();
          var slicing = sliced.until(steps, copies(bodies), limit);
          sliced.slices(slicing.all(sliced));
          assertThat(sliced).isEqualTo(whole);
          var again = new Told();
          again.until(steps, copies(bodies), limit);
          again.slices(slicing.all(again));
          assertThat(again).isEqualTo(whole);
          var pieces = new Told();
          pieces.until(steps, copies(bodies), limit);
          slicing.pieces().forEach(piece -> pieces.slices(piece.all(pieces)));
          assertThat(pieces).isEqualTo(whole);
        });
  }

  private static List<StepRunner> steps(Chance chance) {
    var steps = new ArrayList<StepRunner>();
    for (int i = chance.below(3); i > 0; i--) {
      add(steps, AnyStep.of(chance.oneOf(AnyStep.TYPES), chance).stream().toList());
    }
    for (int i = chance.below(2); i >= 0; i--) {
      while (!add(steps, AnyStep.of("flatten", chance).stream().toList())) {
        // Another one.
      }
      for (int more = chance.below(3); more > 0; more--) {
        add(steps, AnyStep.of(chance.oneOf(AnyStep.TYPES), chance).stream().toList());
      }
    }
    return steps;
  }

  private static boolean add(List<StepRunner> steps, List<Step> more) {
    more.forEach(step -> steps.add(new StepRunner(steps.size() + 1, step)));
    return !more.isEmpty();
  }

  private static List<Message> copies(List<Message> messages) {
    return messages.stream().map(Message::copy).toList();
  }

  /// What is told of a batch: what comes out, what is rejected, and how much each step had to do.
  private static final class Told implements SliceWatch {
    private final List<String> out = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final TreeMap<Integer, List<Integer>> counts = new TreeMap<>();
    private int done;

    void whole(List<StepRunner> steps, List<Message> bodies) {
      var current = copies(bodies);
      for (var step : steps) {
        current = step(step, current, it -> step.run(it, NOW, rejections()));
      }
      tell(current);
    }

    /// All steps up to the first one that multiplies messages.
    Slicing until(List<StepRunner> steps, List<Message> bodies, int limit) {
      var current = bodies;
      while (!steps.get(done).multiplies()) {
        var step = steps.get(done);
        current = step(step, current, it -> step.run(it, NOW, rejections()));
      }
      var workers = StepWorkers.alone();
      var expansion = workers.expand(steps.get(done), current);
      worked(0, current.size(), expansion.size(), 0, 0);
      done++;
      return new Slicing(expansion, steps.subList(done, steps.size()), workers, NOW, limit);
    }

    private List<Message> step(
        StepRunner step, List<Message> in, Function<List<Message>, List<Message>> work) {
      int before = rejected.size();
      var result = work.apply(in);
      worked(0, in.size(), result.size(), rejected.size() - before, 0);
      done++;
      return result;
    }

    void slices(Iterator<Slice> slices) {
      while (slices.hasNext()) {
        var slice = slices.next();
        assertThat(slice.messages().size() + slice.rejected().size()).isPositive();
        slice.rejected().forEach(it -> rejections().reject(it.message(), it.stage(), it.reason()));
        tell(slice.messages());
      }
    }

    private Rejections rejections() {
      return (message, stage, reason) -> rejected.add(message.index() + stage + reason);
    }

    private void tell(List<Message> messages) {
      for (var it : messages) {
        out.add(
            it.index()
                + new String(it.bytes(), StandardCharsets.ISO_8859_1)
                + it.destination().map(Object::toString)
                + it.isUnchanged()
                + it.metadata().asMap());
      }
    }

    @Override
    public void worked(int step, int in, int more, int refused, long nanos) {
      if (in > 0) {
        counts.merge(done + step, List.of(in, more, refused), Told::sum);
      }
    }

    private static List<Integer> sum(List<Integer> one, List<Integer> other) {
      return List.of(
          one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Told told && told.toString().equals(toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    @Override
    public String toString() {
      return String.join("\n", out) + counts + rejected.stream().sorted().toList();
    }
  }
}
