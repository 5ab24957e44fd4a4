package io.dataflow.operator.cron;

import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.util.List;

/// The operator, and a node on which processors of runs end by themselves.
record CronOperator(OperatorRun operator, FakeKubelet kubelet) implements AutoCloseable {
  /// Ends at once and well, unless the spec says otherwise.
  private static final String PROCESSOR =
      """
      say() {
        printf '{"instance":"%s","state":"%s","message":"%s","processedCount":150,"errorCount":2}' \
          $BIND_ADDRESS "$1" "$2" > $TERMINATION_MESSAGE_PATH
      }
      spec="${0#*=}"
      case "$*" in *--kind=DataFlowCron*--until-exhausted*) ;; *) say failed "$*"; exit 1;; esac
      if grep -q broken "$spec"; then say failed 'sink:main: no such topic'; exit 1; fi
      if grep -q endless "$spec"; then
        trap 'say stopped end; exit 0' TERM
        while :; do sleep 0.1; done
      fi
      say stopped "done"
      """;

  static CronOperator start() {
    return new CronOperator(
        OperatorRun.start(),
        FakeKubelet.with("/processor", List.of("/bin/sh", "-c", PROCESSOR))
            .start(Clusters.shared()));
  }

  @Override
  public void close() {
    operator.close();
    kubelet.close();
  }
}
