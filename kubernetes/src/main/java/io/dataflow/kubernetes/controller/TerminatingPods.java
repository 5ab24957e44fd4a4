package io.dataflow.kubernetes.controller;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How long the pods of a resource that is deleted are waited for: until they are gone, but not for
/// ever, as a node that is lost never reports the end of its pods, and not all that is orphaned is
/// collected.
///
/// Times are those at which this process saw something happen, whatever other clocks say.
public final class TerminatingPods {
  /// For a pod beyond its own grace period.
  private static final Duration GRACE_MARGIN = Duration.ofSeconds(30);

  /// Until the garbage collector has told a pod to end. It has much to do when many resources go.
  private static final Duration COLLECTION_TIMEOUT = Duration.ofMinutes(5);

  private final Instant since;

  /// When a pod was first seen to have been told, by its UID.
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  /// @param since when the Deployment was deleted
  public TerminatingPods(Instant since) {
    this.since = since;
  }

  /// Whether any of them is still given its time.
  public boolean areAwaited(Collection<Pod> pods, Instant now) {
    // All of them are looked at, as their clocks begin with the first look.
    return pods.stream().filter(pod -> now.isBefore(end(pod, now))).count() > 0;
  }

  private Instant end(Pod pod, Instant now) {
    var metadata = pod.getMetadata();
    if (metadata.getDeletionTimestamp() == null) {
      return since.plus(COLLECTION_TIMEOUT);
    }
    long grace = Optional.ofNullable(metadata.getDeletionGracePeriodSeconds()).orElse(0L);
    return told.computeIfAbsent(metadata.getUid(), _ -> now).plusSeconds(grace).plus(GRACE_MARGIN);
  }
}
