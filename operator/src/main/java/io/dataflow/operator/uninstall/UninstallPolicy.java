package io.dataflow.operator.uninstall;

/// What becomes of DataFlows when the operator is uninstalled.
public enum UninstallPolicy {
  /// They stay, and their processors run on.
  KEEP,
  /// They go, and their processors with them.
  DELETE
}
