package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.Mounts;
import io.dataflow.testbed.cluster.node.PodContext;
import io.dataflow.testbed.cluster.node.StuckException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that is needed to run a container's command here: paths, environment and words.
record LaunchPlan(
    PodContext pod, Container container, Mounts mounts, Map<String, String> environment) {

  /// Throws `StuckException` where the kubelet would refuse, or would wait for something.
  static LaunchPlan of(PodContext pod, Container container, Map<String, Path> volumes) {
    refuseRoot(pod, container);
    pod.host().images().pull(container.getImage());
    var lastWords = pod.folder().terminationMessage(container.getName());
    var mounts = Mounts.of(container, volumes, lastWords);
    var environment = new Environment(pod, container, mounts).variables();
    return new LaunchPlan(pod, container, mounts, environment);
  }

  private static void refuseRoot(PodContext pod, Container container) {
    var forPod = Optional.ofNullable(pod.pod().getSpec().getSecurityContext());
    var forContainer = Optional.ofNullable(container.getSecurityContext());
    var notRoot =
        forContainer
            .map(SecurityContext::getRunAsNonRoot)
            .or(() -> forPod.map(PodSecurityContext::getRunAsNonRoot))
            .orElse(false);
    var user =
        forContainer
            .map(SecurityContext::getRunAsUser)
            .or(() -> forPod.map(PodSecurityContext::getRunAsUser));
    if (notRoot && user.isPresent() && user.get() == 0) {
      throw new StuckException(
          "CreateContainerConfigError", "container's runAsUser breaks non-root policy");
    }
  }

  /// Starts the container's own command; an `IOException` says that it cannot be run.
  ContainerProcess start(Path log) throws IOException {
    Files.createDirectories(Path.of(environment.get("HOME")));
    Files.writeString(pod.folder().terminationMessage(container.getName()), "");
    var words = new ArrayList<>(container.getCommand());
    if (words.isEmpty()) {
      throw new IOException("the container has no command, and images have none here");
    }
    words.addAll(container.getArgs());
    return start(words, log);
  }

  /// Starts another command in the container's world, for a probe or a hook.
  ContainerProcess start(List<String> words, Path log) throws IOException {
    var folder =
        Optional.ofNullable(container.getWorkingDir())
            .map(path -> Path.of(mounts.rewrite(path)))
            .filter(Files::isDirectory)
            .orElse(Path.of(environment.get("HOME")));
    return ContainerProcess.start(local(words), environment, folder, log, pod.host().guard());
  }

  private List<String> local(List<String> words) throws IOException {
    var first = words.getFirst();
    var instead = Optional.ofNullable(pod.host().settings().commands().get(first));
    var local = new ArrayList<>(instead.orElseGet(() -> List.of(mounts.rewrite(first))));
    if (!isProgram(local.getFirst())) {
      throw new IOException("exec: \"" + first + "\": executable file not found");
    }
    for (var word : words.subList(1, words.size())) {
      local.add(mounts.rewrite(Environment.expand(word, environment)));
    }
    return local;
  }

  private boolean isProgram(String word) {
    return word.contains("/")
        ? Files.isExecutable(Path.of(word))
        : Stream.of(environment.get("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, word)));
  }
}
