package io.dataflow.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// The pages of a pod's metrics port.
final class MetricsText {
  private static final int PORT = 9090;

  private MetricsText() {}

  /// The text of a page, such as `/status`.
  static String of(Pod pod, String path) {
    var url = "http://" + pod.getStatus().getPodIP() + ":" + PORT + path;
    try (var in = URI.create(url).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(url, failure);
    }
  }
}
