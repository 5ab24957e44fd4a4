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

  /// Takes note of an object that was just written, trimmed, so that the next look at it sees it
  /// so, and its own echo is no news.
  void cacheWritten(HasMetadata written) {
    source.handleRecentResourceCreate(ResourceID.fromResource(written), type.cast(written));
  }
}
