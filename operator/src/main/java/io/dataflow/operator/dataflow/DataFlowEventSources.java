package io.dataflow.operator.dataflow;

import io.dataflow.kubernetes.apply.ServerSideApplier;
import io.dataflow.kubernetes.cache.CacheTransforms;
import io.dataflow.kubernetes.cache.OwnedResourceCaches;
import io.dataflow.kubernetes.controller.OwnDeployment;
import io.dataflow.operator.processor.ProcessorAddress;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.HashKey;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.Ownership;
import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// All that is watched for flows: what they own, by label, and their pods.
final class DataFlowEventSources {
  private final OwnedResourceCaches<DataFlowResource> owned;
  private final InformerEventSource<Pod, DataFlowResource> pods;
  private final SimpleInboundEventSource<DataFlowResource> requeues =
      new SimpleInboundEventSource<>("requeues");

  private final List<EventSource<?, DataFlowResource>> all = new ArrayList<>();
  private final IndexerResourceCache<DataFlowResource> flows;

  DataFlowEventSources(
      EventSourceContext<DataFlowResource> context,
      Consumer<HasMetadata> gone,
      Optional<OwnDeployment> own,
      Consumer<Pod> podGone) {
    flows = context.getPrimaryCache();
    owned =
        new OwnedResourceCaches<>(
                DataFlowResource.class, FlowName.NAME_LABEL, Ownership.CACHE, context)
            .watch(Deployment.class, FlowName.ALL_OWNED, gone)
            .watch(ConfigMap.class, FlowName.ALL_OWNED, gone)
            .watch(Secret.class, FlowName.ALL_OWNED, gone)
            .watch(ServiceAccount.class, FlowName.ALL_OWNED, gone)
            .watch(Role.class, FlowName.ALL_OWNED, gone)
            .watch(RoleBinding.class, FlowName.ALL_OWNED, gone);
    pods = owned.source(Pod.class, FlowName.ALL_PODS, CacheTransforms.pods(), podGone);
    all.addAll(owned.all());
    all.add(pods);
    all.add(requeues);
    own.ifPresent(deployment -> all.add(deployment.source(DataFlowResource.class, context)));
  }

  List<EventSource<?, DataFlowResource>> all() {
    return List.copyOf(all);
  }

  /// Has a flow reconciled soon.
  void requeue(FlowName flow) {
    requeues.propagateEvent(new ResourceID(flow.name(), flow.namespace()));
  }

  /// An owned resource as it was last seen, trimmed.
  Optional<? extends HasMetadata> cached(HasMetadata wanted) {
    return owned.get(wanted);
  }

  /// The key of the flow's hashes, a new one where there is none.
  HashKey hashKey(FlowName flow) {
    return HashKey.in(cached(WorkloadResources.secret(flow.workload())));
  }

  /// Puts a resource that was just written, trimmed, into its cache.
  void cacheWritten(HasMetadata written) {
    owned.cacheWritten(written);
  }

  /// The flow's Deployment, if it is the flow's.
  Optional<Deployment> deployment(FlowName flow, String ownerUid) {
    var wanted = new Deployment();
    wanted.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(flow.namespace())
            .withName(flow.deployment())
            .build());
    return owned
        .get(wanted)
        .map(Deployment.class::cast)
        .filter(deployment -> ServerSideApplier.isOurs(deployment, ownerUid));
  }

  boolean hasFlow(FlowName flow) {
    return flows.get(new ResourceID(flow.name(), flow.namespace())).isPresent();
  }

  /// The flows that an upgrade has begun to roll out to.
  List<FlowName> rolling() {
    return owned
        .list(Deployment.class, RevisionAnnotations::isRolling)
        .flatMap(it -> owned.owner(it).stream())
        .map(it -> new FlowName(it.getNamespace().orElseThrow(), it.getName()))
        .toList();
  }

  /// The flow's pods.
  List<Pod> pods(DataFlowResource flow) {
    return List.copyOf(pods.getSecondaryResources(flow));
  }

  /// Where processors answer now.
  List<ProcessorAddress> processors() {
    return pods.list(_ -> true).flatMap(pod -> ProcessorAddress.of(pod).stream()).toList();
  }
}
