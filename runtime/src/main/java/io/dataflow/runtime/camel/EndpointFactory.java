package io.dataflow.runtime.camel;

import io.dataflow.api.connector.EndpointSink;
import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.api.transformation.Transformation;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.StepConnector;
import java.util.Optional;

/// Makes sources, steps and sinks of Camel's endpoints.
public final class EndpointFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public EndpointFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof EndpointSource it
        ? Optional.of(
            new EndpointSourceConnector(
                ChoiceModel.name(Source.class, it.getClass()), it.endpoint(), context))
        : Optional.empty();
  }

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof EndpointSink it
        ? Optional.of(
            new EndpointSinkConnector(ChoiceModel.name(Sink.class, it.getClass()), it, context))
        : Optional.empty();
  }

  @Override
  public Optional<StepConnector> step(
      Transformation step, String stage, StepConnector.Outages outages) {
    return step instanceof EndpointStep it
        ? Optional.of(new EndpointStepConnector(it, stage, outages))
        : Optional.empty();
  }
}
