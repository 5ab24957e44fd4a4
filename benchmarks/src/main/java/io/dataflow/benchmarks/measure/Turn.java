package io.dataflow.benchmarks.measure;

/// What one contestant has done in one turn.
///
/// @param records how many it has worked on
/// @param seconds how long the turn was
/// @param cpu seconds that all cores together have worked for the process, its collector among that
/// @param allocated bytes that the contestant's own thread has allocated
public record Turn(long records, double seconds, double cpu, long allocated) {
  /// Records a second of time.
  public double rate() {
    return records / seconds;
  }

  /// Records a second of CPU time, which on a machine that others use too says more.
  public double cpuRate() {
    return records / cpu;
  }

  /// How many cores have worked.
  public double cores() {
    return cpu / seconds;
  }

  /// Bytes allocated for a record.
  public double bytes() {
    return (double) allocated / records;
  }
}
