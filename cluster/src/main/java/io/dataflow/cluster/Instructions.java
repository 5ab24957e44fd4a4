package io.dataflow.cluster;

import java.util.List;

/// What a person may do with what runs.
final class Instructions {
  private Instructions() {}

  static List<String> lines(LocalCluster cluster) {
    var plane = cluster.plane();
    return """

    The flow `demo` (samples/demo/flow.yaml) runs, and a shop writes orders into its topic. In another terminal:

      export KUBECONFIG=%s
      export PATH=%s:$PATH        # kubectl and helm

      kubectl get df -w                          phase, source, sink, processed, errors; -o wide for more
      kubectl describe df demo                   conditions, events
      kubectl logs -f deployment/df-demo         the processor's log
      kubectl -n dataflow-system logs deployment/dataflow-operator
      kubectl explain dataflow.spec.sink         every field, with its defaults
      kubectl edit df demo                       change it: the processor is replaced, nothing is lost
      kubectl delete df demo                     the processor finishes its batch, then all of it goes
      kubectl apply -f my.yaml                   a flow of your own

      The flow     %s
      Kafka        %s, topic orders
      PostgreSQL   psql %s

    It runs on until Ctrl-C, which stops everything and leaves nothing behind.
    """
        .formatted(
            plane.kubeconfig(),
            plane.program("kubectl").getParent(),
            new SampleFlow(plane).file(),
            cluster.backends().kafka().bootstrap(),
            cluster.backends().connectionString())
        .lines()
        .toList();
  }
}
