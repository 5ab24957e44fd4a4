package io.dataflow.benchmarks.start;

import java.util.List;

/// One set of options for Java, beside those that the launcher gives.
///
/// @param words what the results call it
/// @param options the options
/// @param cached whether an ahead-of-time cache is trained and used with them
record Variant(String words, List<String> options, boolean cached) {
  private static final Variant PLAIN = new Variant("no cache", List.of("-XX:AOTMode=off"), false);
  private static final Variant CACHED = new Variant("AOT cache", List.of(), true);

  /// With and without the cache.
  static List<Variant> usual() {
    return List.of(PLAIN, CACHED);
  }

  /// Also those that might be better.
  static List<Variant> all() {
    return List.of(
        PLAIN,
        CACHED,
        cached("-Xms24m"),
        cached("-XX:+UseCompactObjectHeaders"),
        cached("-XX:TieredStopAtLevel=1"),
        cached("-Xms24m", "-XX:+UseCompactObjectHeaders"),
        cached("-Xms24m", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1"));
  }

  private static Variant cached(String... options) {
    return new Variant("AOT cache, " + String.join(" ", options), List.of(options), true);
  }
}
