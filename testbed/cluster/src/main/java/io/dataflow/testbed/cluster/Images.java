package io.dataflow.testbed.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which images there are: all but those that a test has declared missing.
final class Images {
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  Images(Set<String> missing) {
    this.missing.addAll(missing);
  }

  void remove(String image) {
    missing.add(image);
  }

  void add(String image) {
    missing.remove(image);
  }

  /// Throws what the kubelet says about an image that it cannot get.
  void pull(String image) {
    if (missing.contains(image)) {
      throw new StuckException(
          "ImagePullBackOff", "Back-off pulling image \"" + image + "\": it was declared missing");
    }
  }
}
