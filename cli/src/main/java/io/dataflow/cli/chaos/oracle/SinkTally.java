package io.dataflow.cli.chaos.oracle;

/// What a sink holds against what it should hold.
///
/// Order is judged by key, in the order in which the sink got its records. After a crash a stretch
/// of records may come once more, from some record on: so a record with a smaller number than the
/// one before it is a repetition when it was there already, and out of order when it was not.
///
/// @param expected how many different records belong there
/// @param held how many records are there
/// @param lost records that belong there and are not there
/// @param repeated records that are there beyond the first time
/// @param stray records that do not belong there
/// @param outOfOrder records that came to the sink behind a later one of their key
public record SinkTally(
    long expected, long held, long lost, long repeated, long stray, long outOfOrder) {

  /// Counts.
  ///
  /// @param sink the sink's place among all
  /// @param sinks where each record belongs, by its number
  /// @param numbers what the sink holds, in the order in which it got them for each key
  public static SinkTally of(byte sink, byte[] sinks, long[] numbers) {
    var times = new int[sinks.length];
    var last = new long[NumberedRecords.KEYS];
    long stray = 0;
    long repeated = 0;
    long outOfOrder = 0;
    for (long number : numbers) {
      if (number < 0 || number >= sinks.length || sinks[(int) number] != sink) {
        stray++;
        continue;
      }
      int key = (int) (number % NumberedRecords.KEYS);
      boolean first = times[(int) number]++ == 0;
      repeated += first ? 0 : 1;
      outOfOrder += first && number < last[key] ? 1 : 0;
      last[key] = number;
    }
    long expected = 0;
    long lost = 0;
    for (int number = 0; number < sinks.length; number++) {
      if (sinks[number] == sink) {
        expected++;
        lost += times[number] == 0 ? 1 : 0;
      }
    }
    return new SinkTally(expected, numbers.length, lost, repeated, stray, outOfOrder);
  }

  /// Whether all that belongs there is there.
  public boolean isComplete() {
    return lost == 0;
  }
}
