package io.dataflow.benchmarks.start;

import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderFlow;
import io.dataflow.benchmarks.orders.OrderTable;
import io.dataflow.benchmarks.orders.OrderTopic;
import io.dataflow.benchmarks.orders.Servers;
import io.dataflow.testbed.server.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Starts the processor again and again on a topic in which one record waits.
final class Course {
  private static final OrderFlow FLOW =
      new OrderFlow(new OrderTopic(Form.JSON, 1), OrderTable.ORDERS);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Servers servers;
  private final Path folder;
  private final Launcher launcher;
  private int number;

  private Course(Servers servers, Path folder) throws IOException, InterruptedException {
    this.servers = servers;
    this.folder = folder;
    FLOW.topic().fill(servers.kafka(), 1);
    this.launcher = Launcher.of(flow(), log());
  }

  static Course on(Servers servers, Path folder) throws IOException, InterruptedException {
    return new Course(servers, folder);
  }

  /// A manifest with a group of its own, so that every run meets the record.
  private Path flow() throws IOException {
    number++;
    return Files.writeString(
        folder.resolve(number + ".yaml"), FLOW.manifest(servers, "start-" + number));
  }

  private Path log() {
    return folder.resolve(number + ".log");
  }

  /// Trains a cache with one run of the flow.
  Path train(Variant variant) throws IOException, InterruptedException {
    var flow = flow();
    var cache = folder.resolve(number + ".aot");
    var options = new ArrayList<>(variant.options());
    options.add("-XX:AOTCacheOutput=" + cache);
    var command = launcher.command(options, List.of("run", flow.toString(), "--until-idle", "3s"));
    try (var process = MeasuredProcess.start(command, Map.of(), log())) {
      process.awaitEnd(LIMIT);
    }
    return cache;
  }

  /// One start; `options` come beside the launcher's own.
  StartResult run(List<String> options, boolean untilIdle) throws IOException, SQLException {
    var port = Ports.free();
    var arguments =
        List.of("processor", "--spec-path=" + flow(), "--port=" + port, "--bind-address=127.0.0.1");
    try (var connection = servers.connection()) {
      OrderTable.ORDERS.empty(connection);
      try (var process =
          MeasuredProcess.start(launcher.command(options, arguments), Map.of(), log())) {
        var ready = new Readiness(port).await(process);
        var first = awaitFirst(connection, process);
        var cpu = process.cpuSeconds();
        var memory = process.memory().at(Instant.now());
        if (untilIdle) {
          LockSupport.parkNanos(IDLE.toNanos());
        }
        return new StartResult(
            Duration.between(process.started(), ready),
            Duration.between(process.started(), first),
            memory,
            untilIdle ? process.memory().at(Instant.now()) : 0,
            cpu);
      }
    }
  }

  private static Instant awaitFirst(Connection connection, MeasuredProcess process)
      throws SQLException {
    var deadline = Instant.now().plus(LIMIT);
    while (OrderTable.ORDERS.rows(connection) == 0) {
      process.mustBeAlive();
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("no record after " + LIMIT);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
    return OrderTable.ORDERS.commits(connection).first().when();
  }
}
