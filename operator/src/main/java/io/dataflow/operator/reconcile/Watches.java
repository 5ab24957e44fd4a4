package io.dataflow.operator.reconcile;

import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.desired.Marks;
import io.dataflow.operator.poll.ProcessorAddress;
import io.dataflow.operator.resource.DataFlowResource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that is watched for flows: their children, by label, and their pods.
final class Watches {
  private final Map<Class<?>, WatchedKind<?>> kinds = new LinkedHashMap<>();
  private final InformerEventSource<Pod, DataFlowResource> pods;
  private final SimpleInboundEventSource<DataFlowResource> nudges =
      new SimpleInboundEventSource<>("nudges");

  private final List<EventSource<?, DataFlowResource>> all = new ArrayList<>();
  private final IndexerResourceCache<DataFlowResource> flows;

  Watches(
      EventSourceContext<DataFlowResource> context,
      Children children,
      Optional<OperatorDeployment> own,
      Consumer<Pod> podGone) {
    flows = context.getPrimaryCache();
    child(Deployment.class, context, children);
    child(ConfigMap.class, context, children);
    child(Secret.class, context, children);
    child(ServiceAccount.class, context, children);
    child(Role.class, context, children);
    child(RoleBinding.class, context, children);
    pods = source(Pod.class, FlowName.ALL_PODS, Trimmed.pods(), context, podGone);
    kinds.values().forEach(kind -> all.add(kind.source()));
    all.add(pods);
    all.add(nudges);
    own.ifPresent(deployment -> all.add(deployment.source(context)));
  }

  private <R extends HasMetadata> void child(
      Class<R> type, EventSourceContext<DataFlowResource> context, Children children) {
    var source =
        source(type, FlowName.ALL_CHILDREN, Trimmed.<R>children(), context, children::forget);
    kinds.put(type, new WatchedKind<>(type, source));
  }

  private static <R extends HasMetadata> InformerEventSource<R, DataFlowResource> source(
      Class<R> type,
      String selector,
      TransformingItemStore<R> store,
      EventSourceContext<DataFlowResource> context,
      Consumer<R> gone) {
    var configuration =
        InformerEventSourceConfiguration.from(type, DataFlowResource.class)
            .withLabelSelector(selector)
            .withItemStore(store)
            .withSecondaryToPrimaryMapper(Watches::flow)
            .withOnUpdateFilter(News::of)
            .withOnDeleteFilter(
                (object, _) -> {
                  gone.accept(object);
                  return true;
                })
            .withNamespacesInheritedFromController()
            .build();
    return new InformerEventSource<>(configuration, context);
  }

  private static Set<ResourceID> flow(HasMetadata child) {
    return Stream.ofNullable(child.getMetadata().getLabels())
        .flatMap(labels -> Stream.ofNullable(labels.get(FlowName.NAME_LABEL)))
        .map(name -> new ResourceID(name, child.getMetadata().getNamespace()))
        .collect(Collectors.toSet());
  }

  List<EventSource<?, DataFlowResource>> all() {
    return List.copyOf(all);
  }

  /// Has a flow reconciled soon.
  void nudge(FlowName flow) {
    nudges.propagateEvent(new ResourceID(flow.name(), flow.namespace()));
  }

  /// A child as it was last seen, trimmed.
  Optional<? extends HasMetadata> child(HasMetadata wanted) {
    var metadata = wanted.getMetadata();
    return kinds.get(wanted.getClass()).get(metadata.getNamespace(), metadata.getName());
  }

  /// Takes note of a child that was just written, trimmed.
  void remember(HasMetadata written) {
    kinds.get(written.getClass()).remember(written);
  }

  /// The flow's Deployment, if it is the flow's.
  Optional<Deployment> deployment(FlowName flow, String ownerUid) {
    return kinds
        .get(Deployment.class)
        .get(flow.namespace(), flow.deployment())
        .map(Deployment.class::cast)
        .filter(deployment -> Children.isOurs(deployment, ownerUid));
  }

  boolean hasFlow(FlowName flow) {
    return flows.get(new ResourceID(flow.name(), flow.namespace())).isPresent();
  }

  /// The flows that an upgrade has begun to move.
  List<FlowName> moving() {
    return kinds
        .get(Deployment.class)
        .source()
        .list(Marks::isMoving)
        .flatMap(it -> flow(it).stream())
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
