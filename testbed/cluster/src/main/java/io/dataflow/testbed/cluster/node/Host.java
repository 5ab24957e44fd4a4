package io.dataflow.testbed.cluster.node;

import io.dataflow.testbed.server.Folder;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import java.net.http.HttpClient;

/// What all pods of a FakeKubelet share.
public record Host(
    PodSettings settings,
    PodApi api,
    Warnings events,
    Guard guard,
    AddressBlock addresses,
    Images images,
    Folder folder,
    HttpClient http,
    URI apiServer) {

  /// Where everything of a pod lies.
  public PodFolder folderOf(Pod pod) {
    var data = pod.getMetadata();
    var path = folder.file(data.getNamespace() + "_" + data.getName() + "_" + data.getUid());
    return new PodFolder(path);
  }
}
