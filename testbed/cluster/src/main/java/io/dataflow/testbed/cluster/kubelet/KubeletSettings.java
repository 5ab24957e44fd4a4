package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.node.PodSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a `FakeKubelet` shall behave; each `with…` returns a changed copy.
///
/// A probe's period is never longer than `probePeriod`; its threshold then grows, so that the time
/// it takes to fail stays.
public record KubeletSettings(PodSettings pods, int nodes) {

  static final KubeletSettings USUAL =
      new KubeletSettings(
          new PodSettings(
              Map.of(),
              Set.of(),
              Duration.ofMillis(500),
              Duration.ofSeconds(5),
              Duration.ofDays(1),
              Set.of(),
              false),
          1);

  /// Runs these words where a container's command begins with `word`, such as `/processor`; the
  /// rest of the container's command follows them.
  public KubeletSettings with(String word, List<String> command) {
    var more = new TreeMap<>(pods.commands());
    more.put(word, List.copyOf(command));
    return with(more, pods.missingImages(), pods.namespaces());
  }

  /// Takes the image as one that cannot be pulled.
  public KubeletSettings withMissingImage(String image) {
    return with(pods.commands(), and(pods.missingImages(), image), pods.namespaces());
  }

  /// Takes only the pods of this namespace, and of others named in this way.
  public KubeletSettings withNamespace(String namespace) {
    return with(pods.commands(), pods.missingImages(), and(pods.namespaces(), namespace));
  }

  /// Waits this long after the second crash of a container, then twice as long each time, up to
  /// `most`; the real kubelet begins with 10 s and ends with 5 min.
  public KubeletSettings withBackOff(Duration first, Duration most) {
    return with(first, most, pods.probePeriod(), pods.light());
  }

  /// Probes at least this often, whatever the pods say.
  public KubeletSettings withProbePeriod(Duration most) {
    return with(pods.firstBackOff(), pods.mostBackOff(), most, pods.light());
  }

  /// Registers so many nodes.
  public KubeletSettings withNodes(int number) {
    return new KubeletSettings(pods, number);
  }

  /// Only says that pods run, and starts nothing; for a thousand of them.
  public KubeletSettings withoutProcesses() {
    return with(pods.firstBackOff(), pods.mostBackOff(), pods.probePeriod(), true);
  }

  /// Begins to do the work of the kubelet and of the scheduler; ends when it is closed.
  public FakeKubelet start(ControlPlane plane) {
    return new FakeKubelet(this, plane);
  }

  private static Set<String> and(Set<String> some, String one) {
    var more = new TreeSet<>(some);
    more.add(one);
    return more;
  }

  private KubeletSettings with(
      Map<String, List<String>> commands, Set<String> missing, Set<String> namespaces) {
    var changed =
        new PodSettings(
            commands,
            missing,
            pods.firstBackOff(),
            pods.mostBackOff(),
            pods.probePeriod(),
            namespaces,
            pods.light());
    return new KubeletSettings(changed, nodes);
  }

  private KubeletSettings with(Duration first, Duration most, Duration probe, boolean light) {
    var changed =
        new PodSettings(
            pods.commands(), pods.missingImages(), first, most, probe, pods.namespaces(), light);
    return new KubeletSettings(changed, nodes);
  }
}
