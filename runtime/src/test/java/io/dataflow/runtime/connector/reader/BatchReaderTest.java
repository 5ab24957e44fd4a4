package io.dataflow.runtime.connector.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.SourceRoute;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.management.ObjectName;
import org.apache.camel.StatefulService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchReaderTest {
  private final MemoryCheckpointStore checkpoints = new MemoryCheckpointStore();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("lines");
  }

  @Test
  void givesTheFlowOneBatchAfterTheOtherAndSaysWhenItHasNoMore() throws Exception {
    write("a", "b");
    try (var flow = route().start()) {
      flow.untilRows(2).untilIdle();
      assertThat(flow.bodies()).containsExactly("a", "b");
      assertThat(flow.readyCount).hasValue(1);
      assertThat(flow.polledRows).hasValue(2);
      assertThat(flow.exhausted.get()).isPositive();
      write("a", "b", "c");
      flow.untilRows(3);
    }
    assertThat(checkpoints.load("file")).hasToString("Optional[{\"lines\":3}]");
  }

  @Test
  void goesOnBehindWhatWasAcknowledged() throws Exception {
    write("a", "b");
    try (var flow = route().start()) {
      flow.untilRows(2);
    }
    write("a", "b", "c");
    try (var flow = route().start()) {
      flow.untilRows(1).untilIdle();
      assertThat(flow.bodies()).containsExactly("c");
    }
  }

  @Test
  void triesAgainWhileTheSourceIsAway() throws Exception {
    try (var flow = route().startUnchecked()) {
      flow.until("two attempts", () -> flow.unavailable.size() >= 2);
      assertThat(flow.readyCount).hasValue(0);
      write("a");
      flow.untilRows(1);
      assertThat(flow.unavailable).containsOnly("source file: not there");
      assertThat(flow.failures).isEmpty();
    }
  }

  @Test
  void readsNothingBehindABatchThatFailed() throws Exception {
    write("a", "b", "c");
    var given = new CopyOnWriteArrayList<String>();
    try (var flow = route()) {
      flow.taking(
              batch -> {
                given.add(new String(batch.messages().getFirst().original()));
                if (given.size() == 2) {
                  throw new IOException("the sink is gone");
                }
                flow.keep(batch);
              })
          .start();
      flow.until("the second batch", () -> given.size() == 2);
    }
    assertThat(given).containsExactly("a", "b");
    assertThat(checkpoints.load("file")).hasToString("Optional[{\"lines\":1}]");
  }

  @Test
  void saysThatReadingCannotGoOn() throws Exception {
    write("a", "impossible", "c");
    try (var flow = route().start()) {
      flow.until("the failure", () -> !flow.failures.isEmpty());
      assertThat(flow.failures).containsExactly("line 2: impossible");
      assertThat(flow.bodies()).containsExactly("a");
    }
  }

  @Test
  void finishesTheBatchInHandWhenItIsStopped() throws Exception {
    write("a", "b");
    var taken = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var flow = route();
    flow.taking(
            batch -> {
              taken.countDown();
              go.await();
              flow.keep(batch);
            })
        .start();
    taken.await();
    var stop = Thread.ofPlatform().start(flow::close);
    var consumer = flow.context.getRoute("source:file").getConsumer();
    flow.until("the stop", () -> !((StatefulService) consumer).isRunAllowed());
    go.countDown();
    stop.join();
    assertThat(flow.bodies()).containsExactly("a");
    assertThat(checkpoints.load("file")).hasToString("Optional[{\"lines\":1}]");
  }

  @Test
  void isARouteWithAnEndpointAndAConsumerInJmx() throws Exception {
    write("a");
    try (var flow = route().start()) {
      flow.untilRows(1);
      var context = flow.context.getManagementName();
      assertThat(names("type=consumers,context=" + context)).anyMatch(n -> n.contains("Batches"));
      assertThat(names("type=endpoints,context=" + context))
          .anyMatch(name -> name.contains("batches://lines"));
    }
  }

  @Test
  void nothingCanBeSentToIt() throws Exception {
    write("a");
    try (var flow = route().start()) {
      var endpoint = flow.context.getRoute("source:file").getEndpoint();
      assertThatThrownBy(endpoint::createProducer)
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  private SourceRoute route() {
    return new SourceRoute(
        flow ->
            new ReaderSource(
                "file", "lines", new FileLines(file, flow.checkpoints()), flow.events()),
        checkpoints,
        false);
  }

  private void write(String... lines) throws IOException {
    var written = Files.write(folder.resolve("new"), List.of(lines));
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> names(String which) throws Exception {
    var server = ManagementFactory.getPlatformMBeanServer();
    return server.queryNames(new ObjectName("org.apache.camel:" + which + ",*"), null).stream()
        .map(ObjectName::getCanonicalName)
        .toList();
  }
}
