package io.dataflow.cluster;

import io.dataflow.testbed.server.Await;
import io.dataflow.testbed.server.ServerException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One run of the cluster for a person, from its start to its end.
///
/// @param records how many orders the shop writes; it never stops when 0
/// @param rate orders a second
record Session(Terminal terminal, long records, long rate) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 1000;

  /// Runs until the rows are in the database; returns whether all of them are where they belong.
  boolean once() throws SQLException {
    try (var cluster = start();
        var producer = produce(cluster, records)) {
      var flow = new SampleFlow(cluster.plane());
      terminal.line("");
      terminal.line("The shop writes " + records + " orders.");
      untilCounted(producer, () -> RowCheck.of(records, cluster.backends(), flow).isGood());
      show(cluster, "get", "dataflow", "-o", "wide");
      show(cluster, "describe", "dataflow", SampleFlow.NAME);
      terminal.lines(new Rows(cluster.backends()).lines());
      var check = RowCheck.of(records, cluster.backends(), flow);
      terminal.line("");
      terminal.lines(check.lines());
      terminal.line(
          check.isGood()
              ? "Every one of the " + records + " orders is where it belongs."
              : "The counts do not add up.");
      return check.isGood();
    }
  }

  /// Runs until the process is told to end.
  void stay() throws InterruptedException {
    var never = new CountDownLatch(1);
    try (var cluster = start();
        var producer = produce(cluster, Long.MAX_VALUE)) {
      terminal.lines(Instructions.lines(cluster));
      do {
        refuseFailure(producer);
        terminal.draw("  " + summary(cluster, producer));
      } while (!never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  private LocalCluster start() {
    terminal.line(
        "Starting a Kubernetes cluster on this machine, with nothing in it but DataFlow.");
    try (var startup = new Startup(terminal)) {
      var cluster = LocalCluster.start(startup);
      startup.step(
          "the flow `demo`, applied and ready",
          () -> {
            var backends = cluster.backends();
            backends.prepare(SampleFlow.tables(cluster.distribution()));
            var flow = new SampleFlow(cluster.plane());
            flow.apply(SampleFlow.manifest(cluster.distribution(), backends));
            flow.untilReady();
            return cluster;
          });
      return cluster;
    }
  }

  private OrderProducer produce(LocalCluster cluster, long orders) {
    return new OrderProducer(cluster.backends().kafka().bootstrap(), orders, rate);
  }

  /// What does not add up in time is told by the verdict.
  private void untilCounted(OrderProducer producer, Await.Condition complete) {
    try {
      Await.until(
          "the orders in the database",
          LIMIT,
          () -> producer.failure().isPresent() || complete.holds());
      refuseFailure(producer);
    } catch (ServerException late) {
      terminal.line(late.getMessage());
    }
  }

  private static void refuseFailure(OrderProducer producer) {
    producer
        .failure()
        .ifPresent(
            why -> {
              throw new ServerException("the orders cannot be written: " + why.getMessage(), why);
            });
  }

  private String summary(LocalCluster cluster, OrderProducer producer) {
    var backends = cluster.backends();
    var answer =
        cluster
            .plane()
            .kubectl(
                "get",
                "dataflow",
                "-o",
                "jsonpath={range .items[*]}{.metadata.name} {.status.phase}, processed"
                    + " {.status.processedCount}, errors {.status.errorCount}   {end}");
    return "%s  (produced %,d, rows %,d)"
        .formatted(
            answer.output(), producer.produced(), backends.rows(TargetTable.ORDERS.tableName()));
  }

  private void show(LocalCluster cluster, String... words) {
    terminal.line("");
    terminal.line("$ kubectl " + String.join(" ", words));
    terminal.lines(cluster.plane().kubectl(words).orThrow().lines().toList());
    terminal.line("");
  }
}
