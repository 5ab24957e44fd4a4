package io.dataflow.benchmarks.measure;

import java.lang.management.ManagementFactory;

/// The shape of the machine, which is all that a reader of results needs to know of it.
///
/// @param shared whether others worked on it at the same time
public record Machine(boolean shared) {
  private static final double GIGA = 1 << 30;

  /// For example `2 cores, 24 GiB, shared`.
  String words() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getAvailableProcessors()
        + " cores, "
        + (long) Math.ceil(system.getTotalMemorySize() / GIGA)
        + " GiB"
        + (shared ? ", shared" : "");
  }
}
