package io.dataflow.operator.dataflow;

import io.dataflow.kubernetes.controller.OwnDeployment;
import io.dataflow.operator.processor.ProcessorAddress;
import io.dataflow.operator.processor.ProcessorReports;
import io.dataflow.operator.processor.TerminatedProcessors;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.HashKey;
import io.dataflow.operator.workload.FlowName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the operator observes of DataFlows: the caches of what they own, their pods, and what their
/// processors say.
public final class FlowObserver {
  private final Optional<OwnDeployment> own;
  private final ProcessorReports reports = new ProcessorReports();
  private final TerminatedProcessors terminated = new TerminatedProcessors();
  private DataFlowEventSources sources;
  private volatile boolean stopping;

  /// @param own the operator's own Deployment, whose change has every flow reconciled
  public FlowObserver(Optional<OwnDeployment> own) {
    this.own = own;
  }

  /// Starts to watch.
  ///
  /// @param gone receives owned resources that are gone
  List<EventSource<?, DataFlowResource>> watch(
      EventSourceContext<DataFlowResource> context, Consumer<HasMetadata> gone) {
    sources = new DataFlowEventSources(context, gone, own, terminated::record);
    return sources.all();
  }

  /// Has a flow reconciled soon.
  public void requeue(FlowName flow) {
    sources.requeue(flow);
  }

  /// Where processors answer now.
  public List<ProcessorAddress> processors() {
    return sources.processors();
  }

  /// What processors have said.
  public ProcessorReports reports() {
    return reports;
  }

  /// An owned resource as it was last seen, trimmed.
  Optional<? extends HasMetadata> cached(HasMetadata wanted) {
    return sources.cached(wanted);
  }

  /// Puts a resource that was just written, trimmed, into its cache.
  void cacheWritten(HasMetadata written) {
    sources.cacheWritten(written);
  }

  /// The key of the flow's hashes, a new one where there is none.
  HashKey hashKey(FlowName flow) {
    return sources.hashKey(flow);
  }

  /// The flow's Deployment, if it is the flow's.
  Optional<Deployment> deployment(DataFlowResource flow) {
    return sources.deployment(FlowName.of(flow), flow.getMetadata().getUid());
  }

  boolean exists(FlowName flow) {
    return sources.hasFlow(flow);
  }

  /// The flows that an upgrade has begun to roll out to.
  List<FlowName> rolling() {
    return sources.rolling();
  }

  /// All that is seen of a flow now.
  ObservedState observe(DataFlowResource flow) {
    var pods = sources.pods(flow);
    var name = FlowName.of(flow);
    reports.retain(name, pods.stream().map(pod -> pod.getMetadata().getName()).toList());
    return new ObservedState(deployment(flow), pods, reports.of(name), terminated.of(name));
  }

  /// The flow is gone.
  void forget(FlowName flow) {
    reports.retain(flow, List.of());
    terminated.forget(flow);
  }

  /// The operator is about to stop: nothing is decided from now on, as what is watched seems to
  /// vanish when its watches stop.
  void stop() {
    stopping = true;
  }

  /// Whether what is seen may be less than what there is.
  boolean isStopping() {
    return stopping;
  }
}
