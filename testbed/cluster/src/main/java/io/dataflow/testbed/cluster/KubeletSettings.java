package io.dataflow.testbed.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a `FakeKubelet` shall behave; each `with…` returns a changed copy.
///
/// `commands` says what runs here for the first word of a container's command. `firstBackOff` and
/// `mostBackOff` are the waits after the second and the late crashes of a container. A probe's
/// period is never longer than `probePeriod`; its threshold then grows, so that the time it takes
/// to fail stays. `namespaces` are those whose pods it takes, none for all.
public record KubeletSettings(
    Map<String, List<String>> commands,
    Set<String> missingImages,
    Duration firstBackOff,
    Duration mostBackOff,
    Duration probePeriod,
    int nodes,
    Set<String> namespaces,
    boolean light) {

  static final KubeletSettings USUAL =
      new KubeletSettings(
          Map.of(),
          Set.of(),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofDays(1),
          1,
          Set.of(),
          false);

  /// Runs these words where a container's command begins with `word`, such as `/processor`; the
  /// rest of the container's command follows them.
  public KubeletSettings with(String word, List<String> command) {
    var more = new TreeMap<>(commands);
    more.put(word, List.copyOf(command));
    return copy(more, missingImages, namespaces);
  }

  /// Takes the image as one that cannot be pulled.
  public KubeletSettings withMissingImage(String image) {
    var more = new TreeSet<>(missingImages);
    more.add(image);
    return copy(commands, more, namespaces);
  }

  /// Takes only the pods of this namespace, and of others named in this way.
  public KubeletSettings withNamespace(String namespace) {
    var more = new TreeSet<>(namespaces);
    more.add(namespace);
    return copy(commands, missingImages, more);
  }

  /// Waits this long after the second crash of a container, then twice as long each time, up to
  /// `most`; the real kubelet begins with 10 s and ends with 5 min.
  public KubeletSettings withBackOff(Duration first, Duration most) {
    return new KubeletSettings(
        commands, missingImages, first, most, probePeriod, nodes, namespaces, light);
  }

  /// Probes at least this often, whatever the pods say.
  public KubeletSettings withProbePeriod(Duration most) {
    return new KubeletSettings(
        commands, missingImages, firstBackOff, mostBackOff, most, nodes, namespaces, light);
  }

  /// Registers so many nodes.
  public KubeletSettings withNodes(int number) {
    return new KubeletSettings(
        commands, missingImages, firstBackOff, mostBackOff, probePeriod, number, namespaces, light);
  }

  /// Only says that pods run, and starts nothing; for a thousand of them.
  public KubeletSettings withoutProcesses() {
    return new KubeletSettings(
        commands, missingImages, firstBackOff, mostBackOff, probePeriod, nodes, namespaces, true);
  }

  /// Begins to do the work of the kubelet and of the scheduler; ends when it is closed.
  public FakeKubelet start(ControlPlane plane) {
    return new FakeKubelet(this, plane);
  }

  boolean cares(String namespace) {
    return namespaces.isEmpty() || namespaces.contains(namespace);
  }

  private KubeletSettings copy(
      Map<String, List<String>> newCommands, Set<String> newMissing, Set<String> newNamespaces) {
    return new KubeletSettings(
        newCommands,
        newMissing,
        firstBackOff,
        mostBackOff,
        probePeriod,
        nodes,
        newNamespaces,
        light);
  }
}
