package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.PodContext;
import io.fabric8.kubernetes.api.model.Pod;

/// A pod that has been given to a node of ours.
sealed interface PodOnNode permits PodRunner, LightPod {

  PodContext context();

  /// Whether it would answer a request now.
  boolean isReady();

  /// Hears of each change of the pod's object, its coming deletion above all. Returns at once.
  void see(Pod pod);

  /// The object is gone, or the kubelet ends: nothing may run any more.
  void drop();

  /// Returns when nothing of it runs any more.
  void join();

  /// Kills what runs, without a word to the API server.
  void kill();
}
