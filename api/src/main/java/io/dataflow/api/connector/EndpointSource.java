package io.dataflow.api.connector;

import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;

/// Takes what an endpoint of Camel's brings. The endpoint hears that a message has arrived when it
/// is in the sink: what it does then (move the file, delete the message) comes after that.
public sealed interface EndpointSource extends Source {
  /// Which.
  Endpoint endpoint();

  @Override
  default boolean polls() {
    return false;
  }

  /// An endpoint of any component.
  @Doc("Reads an endpoint of Camel's.")
  record CamelSource(@Inline Endpoint.Address endpoint) implements EndpointSource {}

  /// A Kamelet.
  @Doc("Reads a Kamelet.")
  record KameletSource(@Inline Endpoint.Kamelet endpoint) implements EndpointSource {}

  /// A route template of the user's own.
  @Doc("Reads a route template of your own.")
  record TemplateSource(@Inline Endpoint.Template endpoint) implements EndpointSource {}
}
