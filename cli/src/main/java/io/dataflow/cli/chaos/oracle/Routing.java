package io.dataflow.cli.chaos.oracle;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.EndpointSink;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.ErrorSink;
import io.dataflow.api.transformation.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// To which sink each record belongs, found by the flow's own steps on a record alone. Delivery is
/// what is judged here; what the steps do is for `dataflow test`.
public final class Routing {
  /// In place of a sink's number: no sink gets the record.
  public static final byte NOWHERE = -1;

  private final NumberedRecords records;
  private final Chain chain;
  private final List<SinkPlace> sinks = new ArrayList<>();
  private final Map<Destination, Byte> routes = new HashMap<>();

  /// What a record becomes.
  ///
  /// @param sink the place of its sink among [#sinks], or [#NOWHERE]
  /// @param json what the sink gets; empty when that is no object, or when nothing gets there
  public record Way(byte sink, Optional<JsonObject> json) {}

  /// The ways through a flow.
  public Routing(DataFlowSpec spec, NumberedRecords records) {
    this.records = records;
    this.chain = Chain.of(spec.transformations());
    place(spec, "main", spec.sink());
    int count = 0;
    for (var step : spec.transformations()) {
      if (step.transformation() instanceof Router router) {
        for (var route : router.routes()) {
          routes.put(route, place(spec, "route-" + count++, route.sink()));
        }
      }
    }
    spec.errors()
        .map(ErrorSink::sink)
        .map(sink -> new SinkPlace(SinkPlace.ERRORS, sink, Promise.ofErrors(sink)))
        .ifPresent(sinks::add);
  }

  /// The place of a sink; two routes into one topic or table are one sink here.
  private byte place(DataFlowSpec spec, String name, Sink sink) {
    for (byte i = 0; i < sinks.size(); i++) {
      if (sinks.get(i).sink().equals(sink)) {
        return i;
      }
    }
    sinks.add(new SinkPlace(name, sink, Promise.of(spec, sink)));
    return (byte) (sinks.size() - 1);
  }

  /// The main sink, those of the routes, and at the end the error sink where there is one.
  public List<SinkPlace> sinks() {
    return sinks;
  }

  /// Where the record with a number belongs.
  public Way of(long number) {
    var metadata = Metadata.of(Map.of("key", records.key(number), "operation", operation(number)));
    var message = new Message(records.json(number).toBytes(), metadata);
    var rejected = new ArrayList<Message>();
    var out = chain.run(List.of(message), Instant.now(), (bad, stage, reason) -> rejected.add(bad));
    if (!rejected.isEmpty()) {
      return new Way((byte) (sinks.size() - 1), Optional.empty());
    }
    return out.isEmpty() ? new Way(NOWHERE, Optional.empty()) : way(number, out.getFirst());
  }

  private String operation(long number) {
    return records.isUpdate(number) ? "update" : "insert";
  }

  private Way way(long number, Message message) {
    byte sink = message.destination().map(routes::get).orElse((byte) 0);
    var json = message.json().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    boolean refused =
        records.isPoison(number)
            && hasTypes(sinks.get(sink).sink())
            && json.flatMap(object -> object.get(NumberedRecords.AMOUNT)).isPresent();
    return new Way(refused ? (byte) (sinks.size() - 1) : sink, json);
  }

  /// Whether a sink refuses a text where a number should be.
  private static boolean hasTypes(Sink sink) {
    return switch (sink) {
      case KafkaSink _, EndpointSink _ -> false;
      case PostgresqlSink _, ClickhouseSink _, TrinoSink _ -> true;
    };
  }
}
