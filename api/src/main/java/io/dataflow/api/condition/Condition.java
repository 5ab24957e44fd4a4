package io.dataflow.api.condition;

import io.dataflow.api.message.Message;

/// A predicate on a message: what `filter.condition`, a route's `condition` and a step's `when`
/// hold. Parsed once, at start.
public interface Condition {
  /// Whether the message fulfils it. What is not JSON has no fields: every path in it is missing.
  boolean holds(Message message);

  /// The text it was parsed from: the name of a route in metrics and metadata.
  String text();
}
