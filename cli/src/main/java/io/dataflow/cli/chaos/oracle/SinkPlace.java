package io.dataflow.cli.chaos.oracle;

import io.dataflow.api.connector.Sink;

/// A sink of a flow.
///
/// @param name as metrics and JMX have it: `main`, `route-0`, `errors`
/// @param promise what the flow promises for it
public record SinkPlace(String name, Sink sink, Promise promise) {
  /// The name of the error sink.
  public static final String ERRORS = "errors";

  /// Whether it is the error sink.
  public boolean isErrors() {
    return name.equals(ERRORS);
  }
}
