package io.dataflow.operator.cron;

import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.controller.TerminatingPods;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes away what a flow on a schedule owns: first what starts runs, then the runs, and when their
/// pods have ended and saved their position, the rest.
final class CronCleanup {
  private final CronCluster cluster;

  /// By the object's UID.
  private final Map<String, TerminatingPods> terminating = new ConcurrentHashMap<>();

  CronCleanup(CronCluster cluster) {
    this.cluster = cluster;
  }

  DeleteControl of(DataFlowCronResource cron) {
    var name = CronName.of(cron);
    var workload = name.workload();
    var uid = cron.getMetadata().getUid();
    cluster.delete(cron, WorkloadResources.named(new CronJob(), workload, workload.runner()));
    cluster.runs().jobs(cron).all().stream()
        .filter(job -> job.getMetadata().getDeletionTimestamp() == null)
        .forEach(cluster.runs()::delete);
    var pods = terminating.computeIfAbsent(uid, _ -> new TerminatingPods(cluster.now()));
    if (pods.areAwaited(cluster.runs().pods(name), cluster.now()) || cluster.isStopping()) {
      return DeleteControl.noFinalizerRemoval().rescheduleAfter(Requeue.CHECK_INTERVAL.toMillis());
    }
    WorkloadResources.all(workload).forEach(owned -> cluster.delete(cron, owned));
    cluster.retainSecrets(name, Set.of());
    cluster.events().normal(cron, "ResourcesDeleted", "Deleted CronJob, Jobs and ConfigMaps");
    cluster.meters().crons().forget(name.namespace(), name.name());
    terminating.remove(uid);
    return DeleteControl.defaultDelete();
  }
}
