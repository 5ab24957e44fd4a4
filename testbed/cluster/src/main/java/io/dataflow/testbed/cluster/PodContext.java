package io.dataflow.testbed.cluster;

import io.fabric8.kubernetes.api.model.Pod;

/// What all parts that run one pod need to know of it.
record PodContext(Pod pod, String ip, PodFolder folder, Host host) {

  String namespace() {
    return pod.getMetadata().getNamespace();
  }

  String name() {
    return pod.getMetadata().getName();
  }

  String uid() {
    return pod.getMetadata().getUid();
  }

  String serviceAccount() {
    return pod.getSpec().getServiceAccountName();
  }
}
