package io.dataflow.api.transformation;

import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import java.util.List;

/// Sends messages to other sinks than the main one (`docs/reference/transformation-router.md`). The
/// first route whose condition holds gets the message; a later router may still send it elsewhere.
@Doc("Sends each message along the first route whose condition holds; else to the main sink.")
public record Router(
    @Doc("The routes, in order.") @NotEmpty @AtMost(Bounds.ROUTES) List<Route> routes)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    for (var route : routes) {
      if (route.condition().holds(message)) {
        message.sendTo(route);
        break;
      }
    }
    out.emit(message);
  }
}
