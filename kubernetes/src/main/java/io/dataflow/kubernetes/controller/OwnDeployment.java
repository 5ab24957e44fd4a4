package io.dataflow.kubernetes.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.FieldSelectorBuilder;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Optional;
import java.util.stream.Collectors;

/// The operator's own Deployment. When somebody changes it, every resource is reconciled, because
/// what they own may follow from how the operator is set.
public record OwnDeployment(String namespace, String name) {

  /// What an object of the operator's own says of its owner, so that it goes when the operator is
  /// uninstalled; empty when there is no such Deployment.
  public Optional<OwnerReference> asOwner(KubernetesClient client) {
    return Optional.ofNullable(
            client.apps().deployments().inNamespace(namespace).withName(name).get())
        .map(
            deployment ->
                new OwnerReferenceBuilder()
                    .withApiVersion(deployment.getApiVersion())
                    .withKind(deployment.getKind())
                    .withName(name)
                    .withUid(deployment.getMetadata().getUid())
                    .build());
  }

  /// Tells of its changes.
  ///
  /// @param primaries the kind that is reconciled then
  public <P extends HasMetadata> InformerEventSource<Deployment, P> source(
      Class<P> primaries, EventSourceContext<P> context) {
    var configuration =
        InformerEventSourceConfiguration.from(Deployment.class, primaries)
            .withName("operator-deployment")
            .withNamespaces(namespace)
            .withFieldSelector(new FieldSelectorBuilder().withField("metadata.name", name).build())
            .withSecondaryToPrimaryMapper(
                _ ->
                    context
                        .getPrimaryCache()
                        .list(_ -> true)
                        .map(ResourceID::fromResource)
                        .collect(Collectors.toSet()))
            .withOnAddFilter(_ -> false)
            .withOnUpdateFilter(
                (now, before) ->
                    !now.getMetadata().getGeneration().equals(before.getMetadata().getGeneration()))
            .build();
    return new InformerEventSource<>(configuration, context);
  }
}
