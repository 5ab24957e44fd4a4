package io.dataflow.testbed.cluster.node;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which images there are: all but those that a test has declared missing.
public final class Images {
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  public Images(Set<String> missing) {
    this.missing.addAll(missing);
  }

  /// The image cannot be pulled from now on.
  public void remove(String image) {
    missing.add(image);
  }

  /// The image is there from now on.
  public void add(String image) {
    missing.remove(image);
  }

  /// Throws what the kubelet says about an image that it cannot get.
  public void pull(String image) {
    if (missing.contains(image)) {
      throw new StuckException(
          "ImagePullBackOff", "Back-off pulling image \"" + image + "\": it was declared missing");
    }
  }
}
