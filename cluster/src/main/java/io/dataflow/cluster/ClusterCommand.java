package io.dataflow.cluster;

import io.dataflow.testbed.Goodbye;
import io.dataflow.testbed.server.ServerException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dataflow cluster`: the whole system, before anybody has a cluster.
@Command(
    name = "dataflow cluster",
    mixinStandardHelpOptions = true,
    header = "Starts a Kubernetes cluster on this machine with a flow at work in it.",
    description = {
      "",
      "A real control plane (etcd, kube-apiserver, controllers), the operator and processors as",
      "pods of it, a Kafka and a PostgreSQL, and the flow of samples/demo. Pods are processes of",
      "this machine: no container engine is needed, and nothing stays behind.",
      "",
      "The first time on a machine the control plane is built, with Go; that takes some minutes.",
      "",
    },
    footer = {"", "Examples:", "  dataflow cluster", "  dataflow cluster --once"})
final class ClusterCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--once",
      description =
          "End when the orders are in the database; exit code 0 only when the counts add up.")
  private boolean once;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "5000",
      description = "With --once: how many orders there are (default: ${DEFAULT-VALUE}).")
  private long records;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description = "Orders a second, at most (default: ${DEFAULT-VALUE}).")
  private long rate;

  ClusterCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var session = new Session(terminal, Math.max(records, 1), Math.max(rate, 1));
    try (var _ = new Goodbye(this::sayGoodbye)) {
      if (once) {
        return session.once() ? 0 : 1;
      }
      session.stay();
      return 0;
    } catch (ServerException failure) {
      System.err.println("dataflow: " + failure.getMessage());
      return 1;
    }
  }

  private void sayGoodbye() {
    terminal.line("");
    terminal.line("Stopped. The cluster, the servers and all they held are gone.");
    terminal.out().close();
  }
}
