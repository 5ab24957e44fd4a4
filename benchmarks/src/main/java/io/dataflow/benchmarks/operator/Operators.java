package io.dataflow.benchmarks.operator;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.WorkFolder;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/operator`: a thousand flows on a real API server.
@Command(
    name = "operator",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "A thousand flows on a real API server.")
public final class Operators implements Callable<Integer> {
  private static final String CRDS = "helm/dataflow-operator/files";
  private static final Duration STEP = Duration.ofMillis(200);
  private static final String METHOD =
      """
      A real etcd, kube-apiserver and kube-controller-manager on the same machine; pods say that
      they run and are nothing. The operator is a process of its own with a heap of 256 MB at most.
      The operator starts as in the image, without the image's ahead-of-time cache. The clock starts
      with the first flow that is created. Writes are those that the API server counts itself on all
      kinds of objects that the operator writes. Heap is what is in use after a full collection.
      All of it shares the machine, so the last lines say what the machine takes for the same
      children when a plain client writes them one after the other, eight flows at a time, without
      any flow, status or event.
      """;

  @Option(names = "--flows", paramLabel = "N", description = "Flows to begin with.")
  private int flows = 1000;

  @Option(names = "--more", paramLabel = "N", description = "Flows that come one by one then.")
  private int more = 100;

  @Option(names = "--quiet", paramLabel = "SECONDS", description = "How long nothing happens.")
  private int quiet = 60;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private Operators() {}

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Operators()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    try (var folder = WorkFolder.create();
        var plane = ControlPlane.start();
        var kubelet = FakeKubelet.light().start(plane)) {
      var crd = Home.folder().resolve(CRDS).toString();
      plane.kubectl("apply", "--server-side", "-f", crd).orThrow();
      Await.until(
          "the API server to serve DataFlows",
          Duration.ofSeconds(60),
          () -> plane.kubectl("get", "dataflows", "-A").succeeded());
      var table = new Table("what", "figure");
      var running = Duration.ZERO;
      try (var many = new ManyFlows(plane);
          var operator = OperatorProcess.start(folder.path(), plane.kubeconfig())) {
        running = measure(plane, many, operator, table);
      }
      var floor = Floor.measure(plane, flows);
      table.row("the children alone, by a plain client, ready after s", seconds(floor));
      table.row(
          "the flows took this many times as long",
          Figures.decimal((double) running.toNanos() / floor.toNanos(), 2));
      new Report("operator", "A thousand flows", new Machine(shared))
          .paragraph(METHOD)
          .table("The operator", table)
          .publish();
    }
    return 0;
  }

  private Duration measure(
      ControlPlane plane, ManyFlows many, OperatorProcess operator, Table table) throws Exception {
    var writes = new Writes(plane.client());
    many.createAndAwait(0);
    long emptyHeap = operator.heap();
    long start = System.nanoTime();
    many.create(1, flows);
    var created = since(start);
    await("deployments", operator, flows, many::deployed);
    var deployed = since(start);
    await("running flows", operator, flows, many::running);
    var running = since(start);
    var cpu = operator.cpuSeconds();
    long fullHeap = operator.heap();
    var delays =
        IntStream.range(flows, flows + more).mapToObj(many::createAndAwait).sorted().toList();
    await("running flows", operator, flows + more, many::running);
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
    long before = writes.count();
    var cpuBefore = operator.cpuSeconds();
    LockSupport.parkNanos(Duration.ofSeconds(quiet).toNanos());
    long written = writes.count() - before;
    table.row("flows", Figures.whole(flows));
    table.row("all created (by this benchmark) after s", seconds(created));
    table.row("all have a Deployment after s", seconds(deployed));
    table.row("all say that they run after s", seconds(running));
    table.row("CPU s of the operator for that", Figures.decimal(cpu, 1));
    table.row("heap in use, 1 flow", Figures.megabytes(emptyHeap));
    table.row("heap in use, all flows", Figures.megabytes(fullHeap));
    table.row("heap for one flow, kB", Figures.whole((fullHeap - emptyHeap) / flows / 1000));
    table.row("one more flow has a Deployment after ms, median", millis(delays, 0.5));
    table.row("the same, 99th percentile", millis(delays, 0.99));
    table.row("writes in " + quiet + " quiet seconds", Figures.whole(written));
    table.row(
        "CPU s of the operator in these", Figures.decimal(operator.cpuSeconds() - cpuBefore, 1));
    return running;
  }

  private static void await(String what, OperatorProcess operator, int wanted, LongSupplier count) {
    long last = -1;
    for (long now = count.getAsLong(); now < wanted; now = count.getAsLong()) {
      operator.mustBeAlive();
      if (now / 100 != last / 100) {
        System.err.println("benchmarks: " + now + " " + what);
        last = now;
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String seconds(Duration duration) {
    return Figures.decimal(duration.toMillis() / 1000.0, 1);
  }

  private static String millis(List<Duration> sorted, double part) {
    var at = sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    return Figures.whole(at.toMillis());
  }
}
