package io.dataflow.kubernetes.metrics.exposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One family of the merged page while it grows, compressed at once: the series of a thousand pods
/// are tens of megabytes of nearly the same text.
public final class FamilyText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final FastGzip gzip;

  /// The page of a family that has no series yet.
  ///
  /// @param first what its head says
  public FamilyText(MetricFamily first) {
    try {
      gzip = new FastGzip(bytes);
      write(first.head());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Adds the series of a pod.
  public void add(List<Sample> samples, PodLabels identity) {
    var text = new StringBuilder();
    samples.forEach(sample -> sample.write(identity, text));
    write(text.toString());
  }

  private void write(String text) {
    try {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The whole of it as a gzip file; several in a row are one, too.
  public byte[] compressed() {
    try {
      gzip.close();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Any text as such a file.
  public static byte[] compressed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new FastGzip(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
