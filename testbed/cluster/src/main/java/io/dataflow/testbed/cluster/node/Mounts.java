package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the paths that a container sees really are. Nothing is mounted here: the paths are
/// replaced where they stand in a command, in arguments and in the environment.
public record Mounts(Map<String, Path> places) {

  /// The mounts of the container, with the folder of each volume by its name.
  public static Mounts of(Container container, Map<String, Path> volumes, Path terminationMessage) {
    var places = new TreeMap<String, Path>();
    for (var mount : container.getVolumeMounts()) {
      if (mount.getSubPath() != null || mount.getSubPathExpr() != null) {
        throw new StuckException(
            "CreateContainerConfigError",
            "the mount at "
                + mount.getMountPath()
                + " has a subPath, which the FakeKubelet cannot"
                + " do: mount the whole volume, or choose keys with `items`");
      }
      var path = mount.getMountPath();
      places.put(
          path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
          volumes.get(mount.getName()));
    }
    places.put(container.getTerminationMessagePath(), terminationMessage);
    return new Mounts(places);
  }

  /// The same text with every path of the container replaced by the path on this machine.
  public String rewrite(String text) {
    var paths =
        places.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile("(?<![\\w./-])(?:" + paths + ")(?![\\w.-])")
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(places.get(found.group()).toString()));
  }
}
