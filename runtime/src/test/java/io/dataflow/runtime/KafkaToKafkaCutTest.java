package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.KafkaWire;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.proxy.Trap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// From topic to topic over connections that break in the middle of a transaction: when it has
/// reached the brokers and the answer has not come back, nobody can tell from here whether it is
/// committed, and yet each record is there once for whoever reads what is committed.
class KafkaToKafkaCutTest {
  private static final int RECORDS = 2000;
  private static final int PORTION = 500;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static KafkaServer kafka;
  private static FaultProxy proxy;

  private final Topic in = topic();
  private final Topic out = topic();
  private final String group = "g-" + in.name();

  @BeforeAll
  static void start() {
    kafka = KafkaServer.startBehindProxy();
    var ports = kafka.proxying();
    proxy = FaultProxy.start(ports.proxyPort(), ports.port(), KafkaWire::new);
  }

  @AfterAll
  static void stop() {
    proxy.close();
    kafka.close();
  }

  private static Topic topic() {
    var name = Servers.freshName("cut");
    kafka.createTopic(name, 1);
    return new Topic(kafka.bootstrap(), name);
  }

  private String flow() {
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: %4$s}}
    sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
    delivery: effectivelyOnce
    """
        .formatted(kafka.proxying().bootstrap(), in.name(), out.name(), group);
  }

  /// Each moment in the first transaction of a flow, and in one in the middle.
  private static Stream<Arguments> moments() {
    return Stream.of(Act.WRITE, Act.POSITION, Act.COMMIT)
        .flatMap(act -> Stream.of(Moment.before(act), Moment.after(act)))
        .flatMap(moment -> Stream.of(Arguments.of(moment, 0), Arguments.of(moment, 2)));
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj("{\"n\":%d}"::formatted).toList();
  }

  /// Sends all in portions, each when the flow has committed the one before it, so that there are
  /// several transactions.
  private void feed(FlowRunner run) {
    for (int sent = 0; sent < RECORDS; sent += PORTION) {
      in.send(numbers(sent, sent + PORTION).toArray(String[]::new));
      long behind = sent + PORTION;
      TestFlow.await(() -> in.committed(group) == behind || run.failure().isPresent());
    }
  }

  private void assertEachOnce() {
    assertThat(out.values()).containsExactlyElementsOf(numbers(0, RECORDS));
  }

  /// Does this, beside the flow, when the moment has come.
  private static CompletableFuture<Void> when(Trap trap, Runnable then) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            assertThat(trap.await(LIMIT)).isTrue();
            then.run();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          } finally {
            proxy.disarm();
            proxy.resume();
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void aConnectionThatIsCutRepeatsAndLosesNothing(Moment moment, int skipped)
      throws InterruptedException {
    var trap = proxy.trap(moment, skipped);
    try (var run = TestFlow.start(flow())) {
      var cut = when(trap, trap::cut);
      feed(run);
      cut.join();
      assertThat(run.failure()).isEmpty();
    }
    assertEachOnce();
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkThatStandsStillAtTheCommitUntilTheSinkCountsAsGoneDoesNeither(Moment.Side side)
      throws InterruptedException {
    var trap = proxy.trap(new Moment(Act.COMMIT, side), 1);
    try (var run = TestFlow.start(flow())) {
      var outage =
          when(
              trap,
              () -> {
                proxy.pause();
                trap.cut();
                TestFlow.await(() -> run.troubles().containsKey("sink:main"));
              });
      feed(run);
      outage.join();
      assertThat(run.failure()).isEmpty();
    }
    assertEachOnce();
  }
}
