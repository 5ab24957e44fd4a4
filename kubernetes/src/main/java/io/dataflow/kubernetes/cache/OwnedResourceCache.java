package io.dataflow.kubernetes.cache;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Optional;

/// The cache of one kind of owned resources.
record OwnedResourceCache<R extends HasMetadata, P extends HasMetadata>(
    Class<R> type, InformerEventSource<R, P> source) {

  /// The object as it was last seen, trimmed.
  Optional<R> get(String namespace, String name) {
    return source.get(new ResourceID(name, namespace));
  }

  /// Puts an object that was just written, trimmed, into the cache, so that the next reconcile
  /// reads it so, and its own event is filtered out.
  void cacheWritten(HasMetadata written) {
    source.handleRecentResourceCreate(ResourceID.fromResource(written), type.cast(written));
  }
}
