package io.dataflow.testbed.cluster.node;

import io.dataflow.testbed.server.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where everything of one pod lies: its volumes, and the logs and last words of its containers.
public record PodFolder(Path path) {

  /// The folder of one volume, made when it is missing.
  public Path volume(String name) throws IOException {
    return Files.createDirectories(path.resolve("volumes").resolve(name));
  }

  /// The folder of one container, made when it is missing.
  public Path container(String name) throws IOException {
    return Files.createDirectories(path.resolve("containers").resolve(name));
  }

  /// What the container has said in its run number `run`, from 0.
  public Path log(String container, int run) {
    return path.resolve("containers").resolve(container).resolve(run + ".log");
  }

  /// The file with a container's last words.
  public Path terminationMessage(String container) {
    return path.resolve("containers").resolve(container).resolve("termination-message");
  }

  /// Volumes go with the pod, because secrets are in them; logs stay for whoever looks for a cause.
  public void deleteVolumes() {
    new Folder(path.resolve("volumes"), true).deleteIfTemporary();
  }
}
