package io.dataflow.kubernetes.metrics.scrape;

import java.time.Duration;
import java.util.function.Supplier;

/// Bytes that are costly to make, and as good for everybody who asks within a short time: whoever
/// asks while they are being made gets the same.
final class CachedScrape {
  private final Supplier<byte[]> source;
  private final long age;
  private byte[] bytes = {};
  private long made;
  private boolean exists;

  CachedScrape(Supplier<byte[]> source, Duration age) {
    this.source = source;
    this.age = age.toNanos();
  }

  synchronized byte[] get() {
    if (!exists || System.nanoTime() - made > age) {
      bytes = source.get();
      made = System.nanoTime();
      exists = true;
    }
    return bytes;
  }
}
