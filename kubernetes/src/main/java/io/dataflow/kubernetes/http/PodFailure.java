package io.dataflow.kubernetes.http;

import java.util.Locale;

/// Why a pod gave nothing: the label `reason`.
public enum PodFailure {
  /// Nobody answers at its address.
  UNREACHABLE,
  /// It did not answer in time, or there was no time left to ask it.
  TIMEOUT,
  /// It answered with something other than 200.
  STATUS,
  /// Its answer is larger than it can rightly be.
  SIZE,
  /// Its answer is not what was asked for.
  FORMAT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
