package io.dataflow.api.message;

/// Where a router has sent a message: one of the flow's routes.
public interface Destination {
  /// What the metadata `routed_condition` of its messages says: the text of the route's condition.
  String label();
}
