package io.dataflow.runtime.contract.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.ConnectorFactories;
import io.dataflow.runtime.contract.ConnectorRoutes;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A sink's connector on its route, as a flow has it, without the flow: what is tried again there
/// fails here.
public final class SinkRoute implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final SinkConnector connector;
  private final ConnectorRoutes routes = new ConnectorRoutes();

  /// The sink of a type with a `config`, not connected, in a flow with an error sink.
  ///
  /// @param settings further ones, each as `, key: value`
  public SinkRoute(String type, SinkTarget target, String... settings) {
    this(ConnectorFactories.sink(end(type, target, settings)));
  }

  private SinkRoute(SinkConnector connector) {
    this.connector = connector;
  }

  /// The same in a flow without an error sink.
  public static SinkRoute withoutErrors(String type, SinkTarget target) {
    return new SinkRoute(ConnectorFactories.sinkWithoutErrors(end(type, target)));
  }

  /// The same in a flow that delivers effectively once, whose name is the target's.
  public static SinkRoute storingPositions(String type, SinkTarget target) {
    return new SinkRoute(ConnectorFactories.sinkOnce(end(type, target), target.name()));
  }

  private static String end(String type, SinkTarget target, String... settings) {
    var config = target.config() + String.join("", settings);
    return "{type: %s, config: {%s}}".formatted(type, config);
  }

  /// Connects and starts the route.
  public SinkRoute open() throws UnavailableException {
    connector.open();
    try {
      routes.prepare(connector);
      routes.addRoute(
          ConnectorFactories.STAGE,
          connector.template(),
          connector.parameters(),
          connector.beans());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    routes.start();
    return this;
  }

  /// Writes a delivery, once.
  public Outcome write(List<Message> messages) {
    return write(new Delivery(ConnectorFactories.STAGE, Mark.none(), messages));
  }

  /// Writes a delivery with its place in the source, once.
  public Outcome write(List<Message> messages, Mark mark) {
    return write(new Delivery(ConnectorFactories.STAGE, mark, messages));
  }

  private Outcome write(Delivery delivery) {
    var exchange = routes.send(ConnectorFactories.STAGE, delivery);
    return new Outcome(
        List.copyOf(delivery.pending()),
        List.copyOf(delivery.rejected()),
        Optional.ofNullable(exchange.getException()));
  }

  /// Writes a delivery as a flow does: what is still pending again and again, until the server is
  /// there.
  public Outcome writeUntilDone(List<Message> messages) {
    return writeUntilDone(messages, Mark.none());
  }

  /// The same with its place in the source.
  public Outcome writeUntilDone(List<Message> messages, Mark mark) {
    var delivery = new Delivery(ConnectorFactories.STAGE, mark, messages);
    var last = new AtomicReference<Outcome>();
    Await.until(
        "the sink to take the delivery",
        LIMIT,
        () -> {
          last.set(write(delivery));
          return last.get().failure(UnavailableException.class).isEmpty();
        });
    return last.get();
  }

  /// The connector itself.
  public SinkConnector connector() {
    return connector;
  }

  /// What is to be seen of its routes.
  public String seen() {
    return routes.seen();
  }

  @Override
  public void close() {
    routes.close();
    connector.close();
  }
}
