package io.dataflow.api.schedule;

import io.dataflow.api.model.Name;

/// When a node fetches a container's image.
public enum ImagePullPolicy {
  /// At every start.
  @Name("Always")
  ALWAYS,
  /// When it does not have it.
  @Name("IfNotPresent")
  IF_NOT_PRESENT,
  /// Never.
  @Name("Never")
  NEVER
}
