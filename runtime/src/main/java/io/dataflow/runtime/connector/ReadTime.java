package io.dataflow.runtime.connector;

/// When a source has read something, by [System#nanoTime].
///
/// @param from when it began: with the request, or the wait, that brought it
/// @param to when it had all of it
public record ReadTime(long from, long to) {
  /// A read that ends now.
  public static ReadTime since(long from) {
    return new ReadTime(from, System.nanoTime());
  }

  /// How long it took, in nanoseconds.
  public long nanos() {
    return to - from;
  }

  /// Nanoseconds since its end.
  public long age() {
    return System.nanoTime() - to;
  }
}
