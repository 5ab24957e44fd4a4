package io.dataflow.runtime.contract;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.SourceEvents;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/// Makes connectors as a flow does: from a manifest, by whatever factories are found.
public final class ConnectorFactories {
  /// The route that a case's sink has.
  public static final String STAGE = "sink:main";

  private static final String ELSEWHERE =
      "{type: kafka, config: {brokers: ['127.0.0.1:1'], topic: none}}";

  private ConnectorFactories() {}

  /// The sink of this part of a manifest, in a flow with an error sink: records at fault cost
  /// themselves alone.
  ///
  /// @param end `{type: …, config: …}`
  public static SinkConnector sink(String end) {
    return sink(end, "errors: " + ELSEWHERE);
  }

  /// The same in a flow without an error sink: a record at fault ends the flow.
  public static SinkConnector sinkWithoutErrors(String end) {
    return sink(end, "");
  }

  /// The same in a flow of that name that delivers effectively once.
  public static SinkConnector sinkOnce(String end, String flow) {
    return sink(end, "errors: " + ELSEWHERE + "\ndelivery: effectivelyOnce", flow);
  }

  private static SinkConnector sink(String end, String more) {
    return sink(end, more, "contract");
  }

  private static SinkConnector sink(String end, String more, String flow) {
    var spec = TestFlow.spec("source: %s\nsink: %s\n%s\n".formatted(ELSEWHERE, end, more));
    var context = new SinkContext("test/" + flow, spec, STAGE);
    return first(factory -> factory.sink(spec.sink(), context));
  }

  /// The source of this part of a manifest.
  ///
  /// @param end `{type: …, config: …}`
  public static SourceConnector source(
      String end, CheckpointStore checkpoints, SourceEvents events) {
    var spec = TestFlow.spec("source: " + end + "\nsink: " + ELSEWHERE + "\n");
    var context = new SourceContext("contract", spec, events, checkpoints);
    return first(factory -> factory.source(spec.source(), context));
  }

  private static <T> T first(Function<ConnectorFactory, Optional<T>> make) {
    return ServiceLoader.load(ConnectorFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .map(make)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no connector of this type is named as a service"));
  }
}
