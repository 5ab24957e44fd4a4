package io.dataflow.cli.demo;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.picture.FlowPicture;
import io.dataflow.cli.progress.Stopwatch;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Live;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.flow.FlowOptions;
import io.dataflow.testbed.Goodbye;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// The demo from its servers to its verdict.
///
/// @param records how many orders there are
/// @param rate orders a second, at most; 0 as fast as it goes
/// @param keep whether everything stays until Ctrl-C
/// @param jolokia port of Jolokia on the loopback address
public record Demo(
    Terminal terminal, long records, long rate, boolean keep, Optional<Integer> jolokia) {
  private static final String HERE = "127.0.0.1";

  /// Runs it and returns the exit code: 0 only when every record is where it belongs.
  public int run() throws Exception {
    var sample = DemoSample.find();
    try (var goodbye = new Goodbye(this::sayGoodbye);
        var servers = start(sample)) {
      var flow = flow(sample, servers);
      terminal.lines(new FlowPicture(terminal, flow.spec()).lines());
      terminal.line("");
      var options =
          FlowOptions.of(flow.metadata().namespace(), flow.metadata().name())
              .withPort(HERE, 0)
              .withJolokia(jolokia);
      try (var runner = FlowRunner.start(flow.spec(), options)) {
        move(servers, runner);
        var code = judge(servers, runner);
        if (keep) {
          stay(servers, runner);
        }
        return code;
      }
    }
  }

  private void sayGoodbye() {
    terminal.line("");
    terminal.line("Stopped. The servers and all they held are gone.");
    terminal.out().close();
    terminal.err().close();
  }

  private DemoServers start(DemoSample sample) {
    terminal.line("Starting a Kafka and a PostgreSQL …");
    var stopwatch = new Stopwatch();
    var servers = DemoServers.start(sample);
    terminal.line("Both run after " + Amount.time(stopwatch.elapsed()) + ".");
    return servers;
  }

  private static DataFlow flow(DemoSample sample, DemoServers servers) {
    var text = sample.manifest(servers.bootstrap(), servers.connectionString());
    return switch (Manifest.parse(text).bind(Secrets.none())) {
      case Reading.Valid valid -> valid.flow();
      case Reading.Invalid invalid ->
          throw new CommandException(
              invalid.problems().stream()
                  .map(problem -> sample.folder().resolve("flow.yaml") + ": " + problem)
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private void move(DemoServers servers, FlowRunner runner) {
    var stopwatch = new Stopwatch();
    try (var producer = new OrderProducer(servers.bootstrap(), records, rate)) {
      var progress = new DemoProgress(terminal, producer, runner, records);
      producer.start();
      try (var live = new Live(terminal, progress::lines, progress::line)) {
        new Patience(producer, runner, records).untilAllIsWritten();
      }
    }
    terminal.line("");
    terminal.line(
        Amount.count(records, "record")
            + " written, read, worked on and stored in "
            + Amount.time(stopwatch.elapsed())
            + ": "
            + stopwatch.average(records)
            + ".");
  }

  private int judge(DemoServers servers, FlowRunner runner) throws SQLException {
    if (!keep) {
      runner.stop();
    }
    try (var connection = servers.connection()) {
      var found = Counts.found(connection, runner.counters());
      var verdict = new Verdict(Counts.expected(records), found);
      terminal.line("");
      terminal.line("Where they are, counted in the database:");
      terminal.lines(verdict.table());
      var colour = verdict.isGood() ? Colour.GREEN : Colour.RED;
      terminal.line(terminal.paint(colour, verdict.sentence()));
      new Rows(terminal, connection).show();
      terminal.lines(Directions.lines(keep));
      return verdict.isGood() ? 0 : 1;
    }
  }

  private void stay(DemoServers servers, FlowRunner runner) throws InterruptedException {
    terminal.lines(Directions.addresses(servers, runner.port(), jolokia));
    new CountDownLatch(1).await();
  }
}
