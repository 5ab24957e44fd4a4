package io.dataflow.kubernetes.cache;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What all resources of one kind own, watched by a label.
///
/// @param <P> the owners
public final class OwnedResourceCaches<P extends HasMetadata> {
  private final Map<Class<?>, OwnedResourceCache<?, P>> kinds = new LinkedHashMap<>();
  private final Class<P> owners;
  private final String nameLabel;
  private final CacheTransforms transforms;
  private final EventSourceContext<P> context;

  /// @param nameLabel the label with the owner's name
  /// @param transforms what is kept
  public OwnedResourceCaches(
      Class<P> owners,
      String nameLabel,
      CacheTransforms transforms,
      EventSourceContext<P> context) {
    this.owners = owners;
    this.nameLabel = nameLabel;
    this.transforms = transforms;
    this.context = context;
  }

  /// Watches owned resources of a kind, trimmed.
  ///
  /// @param selector what their labels are
  /// @param gone receives those that are deleted
  public <R extends HasMetadata> OwnedResourceCaches<P> watch(
      Class<R> type, String selector, Consumer<HasMetadata> gone) {
    var source = source(type, selector, transforms.<R>store(), gone::accept);
    kinds.put(type, new OwnedResourceCache<>(type, source));
    return this;
  }

  /// Watches objects of a kind that the operator does not write.
  ///
  /// @param store what is kept of them
  /// @param gone receives those that are deleted, as they were last
  public <R extends HasMetadata> InformerEventSource<R, P> source(
      Class<R> type, String selector, ItemStore<R> store, Consumer<R> gone) {
    var configuration =
        InformerEventSourceConfiguration.from(type, owners)
            .withLabelSelector(selector)
            .withItemStore(store)
            .withSecondaryToPrimaryMapper(this::owner)
            .withOnUpdateFilter(UpdateFilters::of)
            .withOnDeleteFilter(
                (object, _) -> {
                  gone.accept(object);
                  return true;
                })
            .withNamespacesInheritedFromController()
            .build();
    return new InformerEventSource<>(configuration, context);
  }

  /// The owner that a label names.
  public Set<ResourceID> owner(HasMetadata owned) {
    return Stream.ofNullable(owned.getMetadata().getLabels())
        .flatMap(labels -> Stream.ofNullable(labels.get(nameLabel)))
        .map(name -> new ResourceID(name, owned.getMetadata().getNamespace()))
        .collect(Collectors.toSet());
  }

  /// All of them.
  public List<EventSource<?, P>> all() {
    return kinds.values().stream().<EventSource<?, P>>map(OwnedResourceCache::source).toList();
  }

  /// An owned resource as it was last seen, trimmed.
  public Optional<? extends HasMetadata> get(HasMetadata wanted) {
    var metadata = wanted.getMetadata();
    return kinds.get(wanted.getClass()).get(metadata.getNamespace(), metadata.getName());
  }

  /// The owned resources of a kind for which something holds, of all owners.
  public <R extends HasMetadata> Stream<R> list(Class<R> type, Predicate<R> holds) {
    return kinds.get(type).source().list(it -> holds.test(type.cast(it))).map(type::cast);
  }

  /// Puts a resource that was just written, trimmed, into its cache.
  public void cacheWritten(HasMetadata written) {
    kinds.get(written.getClass()).cacheWritten(written);
  }
}
