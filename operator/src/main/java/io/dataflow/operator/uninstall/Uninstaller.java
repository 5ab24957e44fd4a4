package io.dataflow.operator.uninstall;

import io.dataflow.kubernetes.controller.DeletionWait;
import io.dataflow.kubernetes.controller.OwnDeployment;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be done before the operator is taken away, so that nothing hangs afterwards: it is
/// stopped, and its finalizer comes off all its DataFlows. It can be done again at any point.
///
/// @param own the operator's Deployment
/// @param namespaces that it watches; empty for all
/// @param certificate the Secret with the certificate that the operator made; empty without one
public record Uninstaller(
    KubernetesClient client,
    OwnDeployment own,
    Set<String> namespaces,
    Optional<String> certificate) {
  private static final Logger LOG = LoggerFactory.getLogger(Uninstaller.class);

  // Its own grace period, and a little.
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);

  /// Carries it out.
  ///
  /// @param lease the name of the Lease by which an operator leads
  /// @param timeout how long deleted flows get, before they go without the operator
  /// @throws UninstallException when somebody keeps putting the finalizer back
  public void run(UninstallPolicy policy, String lease, Duration timeout)
      throws InterruptedException {
    switch (policy) {
      case KEEP -> LOG.info("DataFlows stay, and their processors run on");
      case DELETE -> delete(timeout);
    }
    stop();
    LOG.info("{} DataFlows have no finalizer any more", release().all());
    client.leases().inNamespace(own.namespace()).withName(lease).delete();
    certificate.ifPresent(
        it -> client.secrets().inNamespace(own.namespace()).withName(it).delete());
  }

  private FinalizerRemoval release() {
    return new FinalizerRemoval(client, namespaces);
  }

  /// The operator that still runs deletes what flows own in order.
  private void delete(Duration timeout) throws InterruptedException {
    var flows = release().flows();
    LOG.info("{} DataFlows are deleted; their processors finish their batches", flows.size());
    flows.forEach(flow -> client.resource(flow).delete());
    if (flows.isEmpty() || !runs()) {
      return;
    }
    if (!release().areGoneWithin(timeout)) {
      LOG.warn(
          "not all flows were deleted after {} s; the others are deleted without the operator",
          timeout.toSeconds());
    }
  }

  /// Whether there is an operator to wait for.
  private boolean runs() {
    return deployment()
        .map(Deployment::getStatus)
        .flatMap(status -> Optional.ofNullable(status.getReadyReplicas()))
        .filter(ready -> ready > 0)
        .isPresent();
  }

  private Optional<Deployment> deployment() {
    return Optional.ofNullable(ownDeployment().get());
  }

  private RollableScalableResource<Deployment> ownDeployment() {
    return client.apps().deployments().inNamespace(own.namespace()).withName(own.name());
  }

  /// What would put finalizers back.
  private void stop() throws InterruptedException {
    var there = deployment();
    if (there.isEmpty()) {
      LOG.info("there is no Deployment {}/{} to stop", own.namespace(), own.name());
      return;
    }
    ownDeployment().scale(0);
    var selector = there.get().getSpec().getSelector();
    var pods = client.pods().inNamespace(own.namespace()).withLabelSelector(selector);
    if (DeletionWait.within(STOP_TIMEOUT, pods)) {
      LOG.info("the operator is stopped");
    } else {
      LOG.warn("a pod of the operator still runs after {} s", STOP_TIMEOUT.toSeconds());
    }
  }
}
