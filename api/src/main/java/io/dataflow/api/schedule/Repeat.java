package io.dataflow.api.schedule;

import io.dataflow.api.model.Name;

/// How often a maintenance window comes again.
public enum Repeat {
  /// Every day.
  @Name("daily")
  DAILY,
  /// Every week.
  @Name("weekly")
  WEEKLY,
  /// Every month.
  @Name("monthly")
  MONTHLY
}
