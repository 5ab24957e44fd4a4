package io.dataflow.api.spec;

import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of object that a processor runs for. One of each may have the same name in a
/// namespace, so what is stored for one has a name of its own.
public enum FlowKind {
  /// A flow without an end.
  DATA_FLOW("DataFlow", "df-", ""),
  /// A flow on a schedule.
  DATA_FLOW_CRON("DataFlowCron", "dfc-", "cron/");

  private final String kind;
  private final String prefix;
  private final String place;

  FlowKind(String kind, String prefix, String place) {
    this.kind = kind;
    this.prefix = prefix;
    this.place = place;
  }

  /// The kind of this name; empty when there is none.
  public static Optional<FlowKind> of(String kind) {
    return Stream.of(values()).filter(it -> it.kind.equals(kind)).findFirst();
  }

  /// As manifests have it.
  public String kind() {
    return kind;
  }

  /// What the names of its children begin with.
  public String prefix() {
    return prefix;
  }

  /// What tells a flow from all others in a store that they share: `shop/orders`, or
  /// `shop/cron/orders`.
  public String id(String namespace, String name) {
    return namespace + "/" + place + name;
  }

  /// The ConfigMap with the position of a source that is polled.
  public String checkpoint(String name) {
    return prefix + name + "-checkpoint";
  }
}
