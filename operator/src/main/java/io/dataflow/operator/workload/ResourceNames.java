package io.dataflow.operator.workload;

import java.util.Map;

/// The names of a flow's resources, and their labels (`docs/contract.md`).
///
/// @param prefix of their names: `df-`, or `dfc-` on a schedule
/// @param labels of every resource
/// @param podLabels of its pods
public record ResourceNames(
    String namespace,
    String name,
    String prefix,
    Map<String, String> labels,
    Map<String, String> podLabels) {
  private static final String CHECKPOINT = "-checkpoint";

  /// Whether a ConfigMap of this name holds a position.
  public static boolean isCheckpoint(String configMap) {
    return configMap.endsWith(CHECKPOINT);
  }

  /// The object that runs processors.
  public String runner() {
    return prefix + name;
  }

  /// The ConfigMap with `spec.json`.
  public String spec() {
    return runner() + "-spec";
  }

  /// The ConfigMap with `checkpoint.json`.
  public String checkpoint() {
    return runner() + CHECKPOINT;
  }

  /// The Secret with the values that the flow references, and the key of their hashes.
  public String secrets() {
    return runner() + "-secrets";
  }

  /// ServiceAccount, Role and RoleBinding.
  public String processor() {
    return runner() + "-processor";
  }
}
