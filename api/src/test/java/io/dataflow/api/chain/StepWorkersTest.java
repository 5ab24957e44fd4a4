package io.dataflow.api.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.Remove;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepWorkersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(7);

  @AfterAll
  static void end() {
    THREADS.shutdownNow();
  }

  private static List<Step> steps() {
    var manifest =
        Manifest.parse(
            """
            apiVersion: dataflow.dataflow.io/v1
            kind: DataFlow
            metadata: {name: workers}
            spec:
              source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
              sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: sorted}}
              transformations:
              - {type: filter, config: {condition: "$.id != 7"}}
              - {type: flatten, config: {field: items}}
              - {type: mask, config: {fields: [card]}}
              - {type: cast, config: {spec: {n: int64}}}
            """);
    return ((Reading.Valid) manifest.bind(Secrets.none())).flow().spec().transformations();
  }

  private static List<Message> messages(int count) {
    var messages = new ArrayList<Message>();
    for (int i = 0; i < count; i++) {
      var items = new StringBuilder();
      for (int item = 0; item < i % 5; item++) {
        items.append(item > 0 ? "," : "").append("{\"n\":\"").append(item).append("\"}");
      }
      var body =
          i % 97 == 3
              ? "no JSON " + i
              : "{\"id\":%d,\"card\":\"4111\",\"items\":[%s]}".formatted(i % 11, items);
      var message = new Message(body.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of()));
      message.index(i);
      messages.add(message);
    }
    return messages;
  }

  /// What comes out, and what is rejected, in order.
  private static List<String> outcome(StepWorkers workers, int count) {
    var told = new ArrayList<String>();
    var messages = messages(count);
    int place = 1;
    for (var step : steps()) {
      messages =
          workers.run(
              new StepRunner(place++, step),
              messages,
              NOW,
              (message, stage, reason) -> told.add(message.index() + stage + reason));
    }
    messages.forEach(
        each -> told.add(each.index() + new String(each.bytes(), StandardCharsets.UTF_8)));
    return told;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1000, 20_000})
  void nobodyCanTellHowManyWorked(int count) {
    var alone = outcome(StepWorkers.alone(), count);
    assertThat(outcome(new StepWorkers(2, THREADS), count)).isEqualTo(alone);
    assertThat(outcome(new StepWorkers(8, THREADS), count)).isEqualTo(alone);
  }

  @Test
  void severalThreadsWork() throws InterruptedException {
    var together = new CountDownLatch(4);
    Set<String> names = ConcurrentHashMap.newKeySet();
    var messages =
        asked(
            _ -> {
              if (names.add(Thread.currentThread().getName())) {
                together.countDown();
                await(together);
              }
            });
    assertThat(new StepWorkers(4, THREADS).run(asking(), messages, NOW, fails())).hasSize(1000);
    assertThat(names).hasSize(4).contains(Thread.currentThread().getName());
  }

  @Test
  void whereNoThreadIsLeftTheCallerDoesAll() {
    var workers =
        new StepWorkers(
            4,
            _ -> {
              throw new RejectedExecutionException("stopping");
            });
    assertThat(outcome(workers, 1000)).isEqualTo(outcome(StepWorkers.alone(), 1000));
  }

  @Test
  void whatAStepThrowsIsTheFirstMessagesThatItThrowsFor() {
    var messages =
        asked(
            index -> {
              if (index % 300 == 299) {
                throw new IllegalStateException("at " + index);
              }
            });
    var workers = new StepWorkers(4, THREADS);
    assertThatThrownBy(() -> workers.run(asking(), messages, NOW, fails()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("at 299");
  }

  @Test
  void anInterruptedCallerKnowsItAfterwards() {
    Thread.currentThread().interrupt();
    var told = outcome(new StepWorkers(4, THREADS), 1000);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(told).isEqualTo(outcome(StepWorkers.alone(), 1000));
  }

  /// A step that asks each message for its metadata.
  private static StepRunner asking() {
    var condition = Optional.of(Condition.parse("metadata.topic != 'b'"));
    return new StepRunner(1, new Step(condition, new Remove(List.of(FieldPath.parse("card")))));
  }

  /// Messages that do this when they are asked for their metadata, with their place.
  private static List<Message> asked(IntConsumer answer) {
    var messages = new ArrayList<Message>();
    for (int i = 0; i < 1000; i++) {
      int index = i;
      var metadata =
          new Metadata() {
            @Override
            public Optional<Object> get(String key) {
              answer.accept(index);
              return Optional.of("a");
            }

            @Override
            public Map<String, Object> asMap() {
              return Map.of();
            }
          };
      var message = new Message("{}".getBytes(StandardCharsets.UTF_8), metadata);
      message.index(i);
      messages.add(message);
    }
    return messages;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Rejections fails() {
    return (_, stage, reason) -> {
      throw new AssertionError(stage + reason);
    };
  }
}
