package io.dataflow.api.connector;

import io.dataflow.api.endpoint.Calls;
import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;

/// Gives each message to an endpoint of Camel's.
public sealed interface EndpointSink extends Sink {
  /// Which.
  Endpoint endpoint();

  /// How.
  Calls calls();

  @Override
  default boolean takesRepeats() {
    return false;
  }

  /// An endpoint of any component.
  @Doc("Gives each message to an endpoint of Camel's.")
  record CamelSink(@Inline Endpoint.Address endpoint, @Inline Calls calls)
      implements EndpointSink {}

  /// A Kamelet.
  @Doc("Gives each message to a Kamelet.")
  record KameletSink(@Inline Endpoint.Kamelet endpoint, @Inline Calls calls)
      implements EndpointSink {}

  /// A route template of the user's own.
  @Doc("Gives each message to a route template of your own.")
  record TemplateSink(@Inline Endpoint.Template endpoint, @Inline Calls calls)
      implements EndpointSink {}
}
