package io.dataflow.runtime.connector;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.transformation.Transformation;
import java.util.Optional;

/// Makes the connectors of one type. Found by `ServiceLoader`: a type is there when its factory is
/// named in `META-INF/services`, and nothing above it knows which types there are.
public interface ConnectorFactory {
  /// The source that this part of a manifest describes; empty when it is of another type.
  ///
  /// @throws FlowException when it can never work: an address that cannot be read
  default Optional<SourceConnector> source(Source source, SourceContext context) {
    return Optional.empty();
  }

  /// The sink that this part of a manifest describes; empty when it is of another type.
  ///
  /// @throws FlowException when it can never work: an address that cannot be read
  default Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return Optional.empty();
  }

  /// The step that this part of a manifest describes; empty when it is one of the model's own.
  ///
  /// @param stage its name: `3:geo-lookup`
  default Optional<StepConnector> step(
      Transformation step, String stage, StepConnector.Outages outages) {
    return Optional.empty();
  }

  /// The source that this part of a manifest describes, to be looked at and not to be read; empty
  /// when it is of another type.
  ///
  /// @throws FlowException when it can never work: an address that cannot be read
  default Optional<SourceSample> sample(Source source) {
    return Optional.empty();
  }
}
