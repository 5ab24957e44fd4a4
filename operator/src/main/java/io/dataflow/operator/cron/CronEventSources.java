package io.dataflow.operator.cron;

import io.dataflow.kubernetes.cache.OwnedResourceCaches;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.secret.HashKey;
import io.dataflow.operator.workload.Ownership;
import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// All that is watched for flows on a schedule.
final class CronEventSources {
  private final OwnedResourceCaches<DataFlowCronResource> owned;
  private final SimpleInboundEventSource<DataFlowCronResource> requeues =
      new SimpleInboundEventSource<>("requeues");

  CronEventSources(EventSourceContext<DataFlowCronResource> context, Consumer<HasMetadata> gone) {
    owned =
        new OwnedResourceCaches<>(
                DataFlowCronResource.class, CronName.CRON_LABEL, Ownership.CACHE, context)
            .watch(CronJob.class, CronName.CRON_LABEL, gone)
            .watch(Job.class, CronName.CRON_LABEL, gone)
            .watch(ConfigMap.class, CronName.CRON_LABEL, gone)
            .watch(Secret.class, CronName.CRON_LABEL, gone)
            .watch(ServiceAccount.class, CronName.CRON_LABEL, gone)
            .watch(Role.class, CronName.CRON_LABEL, gone)
            .watch(RoleBinding.class, CronName.CRON_LABEL, gone);
  }

  List<EventSource<?, DataFlowCronResource>> all() {
    var all = new ArrayList<>(owned.all());
    all.add(requeues);
    return all;
  }

  /// Has it reconciled soon.
  void requeue(CronName cron) {
    requeues.propagateEvent(new ResourceID(cron.name(), cron.namespace()));
  }

  Optional<? extends HasMetadata> cached(HasMetadata wanted) {
    return owned.get(wanted);
  }

  /// The key of its hashes, a new one where there is none.
  HashKey hashKey(CronName cron) {
    return HashKey.in(cached(WorkloadResources.secret(cron.workload())));
  }

  void cacheWritten(HasMetadata written) {
    owned.cacheWritten(written);
  }
}
