package io.dataflow.api.transformation;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;

/// Keeps the messages for which a condition holds (`docs/reference/transformation-filter.md`).
@Doc("Keeps the messages for which the condition holds; the others count as handled.")
public record Filter(
    @Doc(value = "What must hold.", example = "$.status == 'paid'") Condition condition)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    if (condition.holds(message)) {
      out.emit(message);
    }
  }
}
