package io.dataflow.operator.dataflow;

import io.dataflow.kubernetes.cache.RolloutStatus;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.processor.PodDiagnostics;
import io.dataflow.operator.processor.ProcessorReport;
import io.dataflow.operator.processor.TerminationMessages;
import io.dataflow.operator.upgrade.DeploymentState;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is observed of a flow's processors.
///
/// @param reports the newest answer of each pod's `/status`, by the pod's name
/// @param terminated the termination messages of pods that are gone, by the pod's name
public record ObservedState(
    Optional<Deployment> deployment,
    Collection<Pod> pods,
    Map<String, ProcessorReport> reports,
    Map<String, List<ProcessorReport>> terminated) {

  /// Nothing at all.
  public static ObservedState nothing() {
    return new ObservedState(Optional.empty(), List.of(), Map.of(), Map.of());
  }

  /// All that processes have said of themselves, by pod; the end of a process after its life.
  Map<String, List<ProcessorReport>> allReports() {
    var allReports = new HashMap<>(terminated);
    for (var pod : pods) {
      var name = pod.getMetadata().getName();
      var reports = new ArrayList<ProcessorReport>();
      Optional.ofNullable(reports().get(name)).ifPresent(reports::add);
      reports.addAll(TerminationMessages.of(pod));
      allReports.put(name, reports);
    }
    return allReports;
  }

  /// How the Deployment compares with the desired one.
  ///
  /// @param flow of which the desired one is made
  public DeploymentState deploymentState(Deployment wanted, ProcessorInput flow) {
    int replicas = ProcessorDeployment.replicas(flow);
    return new DeploymentState(
        deployment.isPresent() && replicas > 0,
        deployment.filter(it -> RevisionAnnotations.hasSamePods(it, wanted)).isPresent(),
        deployment.filter(it -> RevisionAnnotations.hasSameFlow(it, flow)).isEmpty(),
        isAvailable(),
        isSettled(replicas),
        isFailing());
  }

  /// Whether a processor is ready.
  private boolean isAvailable() {
    return deployment.map(it -> RolloutStatus.of(it, 0).ready() > 0).orElse(false);
  }

  /// Whether all pods that there are, and no less than so many, are as the Deployment is wanted.
  public boolean isSettled(Deployment wanted, int replicas) {
    return deployment.filter(it -> RevisionAnnotations.hasSamePods(it, wanted)).isPresent()
        && isSettled(replicas)
        && pods.size() <= replicas;
  }

  /// Whether so many processors are ready, all of them made as the Deployment says now.
  private boolean isSettled(int wanted) {
    return deployment.map(it -> RolloutStatus.of(it, wanted).settled()).orElse(false);
  }

  /// Whether somebody has to act before it gets any further.
  private boolean isFailing() {
    return blocker().filter(Blocker::terminal).isPresent()
        || deployment.map(it -> RolloutStatus.of(it, 0).deadlineExceeded()).orElse(false);
  }

  /// What keeps processors from running, of the first that has any.
  Optional<Blocker> blocker() {
    return deployment
        .flatMap(it -> RolloutStatus.of(it, 0).refused())
        .map(
            why ->
                Blocker.terminal("PodsRefused", "the cluster refuses the processor's pod: " + why))
        .or(() -> pods.stream().flatMap(pod -> PodDiagnostics.of(pod).stream()).findFirst());
  }

  List<String> podNames() {
    return pods.stream().map(pod -> pod.getMetadata().getName()).toList();
  }
}
