package io.dataflow.api.transformation;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.message.Destination;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Doc;

/// One way out of a router.
@Doc("A condition and the sink of the messages for which it is the first to hold.")
public record Route(
    @Doc(value = "What must hold.", example = "$.level == 'error'") @AtMost(Bounds.CONDITION)
        Condition condition,
    @Doc("Where these messages go.") Sink sink)
    implements Destination {
  @Override
  public String label() {
    return condition.text();
  }
}
