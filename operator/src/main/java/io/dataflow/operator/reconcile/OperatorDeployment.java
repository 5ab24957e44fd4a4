package io.dataflow.operator.reconcile;

import io.dataflow.operator.resource.DataFlowResource;
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

/// The operator's own Deployment. When somebody changes it, every flow is looked at again, because
/// processors may get another image (`docs/install.md`).
public record OperatorDeployment(String namespace, String name) {

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

  InformerEventSource<Deployment, DataFlowResource> source(
      EventSourceContext<DataFlowResource> context) {
    var configuration =
        InformerEventSourceConfiguration.from(Deployment.class, DataFlowResource.class)
            .withName("operator-deployment")
            .withNamespaces(namespace)
            .withFieldSelector(new FieldSelectorBuilder().withField("metadata.name", name).build())
            .withSecondaryToPrimaryMapper(
                _ ->
                    context
                        .getPrimaryCache()
                        .list(flow -> true)
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
