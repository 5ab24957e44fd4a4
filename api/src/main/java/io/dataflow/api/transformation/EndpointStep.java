package io.dataflow.api.transformation;

import io.dataflow.api.endpoint.Calls;
import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;
import io.dataflow.api.model.Name;

/// Gives each message to an endpoint of Camel's and goes on with its answer. It is no work of the
/// step itself: whoever runs the steps has the endpoints, and runs what they do in its place.
public sealed interface EndpointStep extends Transformation {
  /// Which.
  Endpoint endpoint();

  /// How.
  Calls calls();

  @Override
  default void apply(Message message, Emitter out) {
    throw new IllegalStateException("`" + endpoint().label() + "` needs a processor to run it");
  }

  /// An endpoint of any component.
  @Name("camel")
  @Doc("Gives the message to an endpoint of Camel's and goes on with the answer.")
  record CamelStep(@Inline Endpoint.Address endpoint, @Inline Calls calls)
      implements EndpointStep {}

  /// A Kamelet.
  @Name("kamelet")
  @Doc("Gives the message to a Kamelet and goes on with what comes out.")
  record KameletStep(@Inline Endpoint.Kamelet endpoint, @Inline Calls calls)
      implements EndpointStep {}

  /// A route template of the user's own.
  @Name("template")
  @Doc("Gives the message to a route template of your own and goes on with what comes out.")
  record TemplateStep(@Inline Endpoint.Template endpoint, @Inline Calls calls)
      implements EndpointStep {}
}
