package io.dataflow.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Linux knows of a process at one moment.
///
/// @param cpuSeconds time on a CPU, its ended children's included
/// @param resident bytes of memory it has now
/// @param peak bytes of memory it had at most
record ProcessFigures(double cpuSeconds, long resident, long peak) {
  private static final double TICKS = 100;
  private static final int UTIME = 11;
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /// Empty when the process is gone.
  static Optional<ProcessFigures> of(long pid) {
    try {
      var folder = Path.of("/proc", Long.toString(pid));
      var stat = Files.readString(folder.resolve("stat"));
      var status = Files.readString(folder.resolve("status"));
      var resident = kilobytes(RESIDENT, status);
      // A process that has ended and is not yet buried has no memory any more.
      return resident == 0
          ? Optional.empty()
          : Optional.of(
              new ProcessFigures(cpu(stat), resident * 1024, kilobytes(PEAK, status) * 1024));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// The name in brackets may have blanks, so that fields are counted from behind it.
  private static double cpu(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    var ticks = 0L;
    for (var i = UTIME; i < UTIME + 4; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS;
  }

  private static long kilobytes(Pattern pattern, String status) {
    var found = pattern.matcher(status);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
