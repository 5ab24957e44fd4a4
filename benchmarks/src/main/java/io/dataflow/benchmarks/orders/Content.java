package io.dataflow.benchmarks.orders;

import java.math.BigDecimal;

/// What a table holds, in three numbers.
///
/// @param rows all rows
/// @param stepsDone those in which the masked, removed and added fields are as they should be
/// @param checksum over the fields that no step touches, independent of the rows' order
public record Content(long rows, long stepsDone, BigDecimal checksum) {

  /// Throws when a contestant has not written exactly what was asked.
  public void mustBe(Content wanted, String contestant) {
    if (!equals(wanted)) {
      throw new IllegalStateException(contestant + " wrote " + this + " instead of " + wanted);
    }
  }
}
