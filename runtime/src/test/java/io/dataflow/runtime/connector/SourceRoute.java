package io.dataflow.runtime.connector;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.testbed.server.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;

/// A source on its route, before a flow that keeps and acknowledges what it gets, or does what a
/// test tells it to.
public class SourceRoute implements AutoCloseable, SourceEvents {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final DataFlowSpec SPEC =
      switch (Manifest.parse(
              """
              source: {type: kafka, config: {brokers: [nobody], topic: reads-it}}
              sink: {type: kafka, config: {brokers: [nobody], topic: writes-it}}
              """)
          .bind(Secrets.none())) {
        case Reading.Valid valid -> valid.flow().spec();
        case Reading.Invalid invalid -> throw new AssertionError(invalid.problems().toString());
      };

  /// What the flow does with a batch.
  public interface Taking {
    void take(Batch batch) throws Exception;
  }

  public final DefaultCamelContext context = new DefaultCamelContext();
  public final SourceConnector connector;
  public final List<Message> messages = new CopyOnWriteArrayList<>();
  public final List<Integer> batches = new CopyOnWriteArrayList<>();
  public final List<String> unavailable = new CopyOnWriteArrayList<>();
  public final List<String> failures = new CopyOnWriteArrayList<>();
  public final AtomicInteger readyCount = new AtomicInteger();
  public final AtomicInteger emptyPolls = new AtomicInteger();
  public final AtomicInteger exhausted = new AtomicInteger();
  public final AtomicInteger polledRows = new AtomicInteger();
  private final Map<String, Object> replaced = new HashMap<>();
  private volatile Taking taking;

  /// @param bounded whether the run is one that ends when the source is exhausted
  public SourceRoute(
      Function<SourceContext, SourceConnector> source,
      CheckpointStore checkpoints,
      boolean bounded) {
    this(source, SPEC, checkpoints, bounded);
  }

  /// @param spec the flow that the source is part of, for what is said there
  public SourceRoute(
      Function<SourceContext, SourceConnector> source,
      DataFlowSpec spec,
      CheckpointStore checkpoints,
      boolean bounded) {
    this.connector = source.apply(new SourceContext("orders", spec, this, checkpoints, bounded));
    this.taking = this::keep;
  }

  /// Keeps and acknowledges a batch.
  public void keep(Batch batch) {
    var copy = new ArrayList<>(batch.messages());
    messages.addAll(copy);
    batches.add(copy.size());
    batch.acknowledge();
  }

  public SourceRoute taking(Taking other) {
    taking = other;
    return this;
  }

  /// Puts another bean in the place of one of the connector's.
  public void replace(String name, Object bean) {
    replaced.put(name, bean);
  }

  public SourceRoute start() throws Exception {
    connector.check();
    return startUnchecked();
  }

  /// Starts as a flow does: its own routes, then the source's in the running context.
  public SourceRoute startUnchecked() throws Exception {
    context.setLoadTypeConverters(false);
    context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
    context.getShutdownStrategy().setTimeout(30);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:flow")
                .routeId("flow")
                .process(exchange -> taking.take(exchange.getMessage().getBody(Batch.class)));
          }
        });
    context.start();
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            PluginHelper.getResourceLoader(context)
                .resolveResource("classpath:route-templates/" + connector.template() + ".yaml"));
    var route =
        TemplatedRouteBuilder.builder(context, connector.template())
            .routeId("source:" + connector.type())
            .parameters(connector.parameters());
    var beans = new HashMap<>(connector.beans());
    beans.putAll(replaced);
    beans.forEach(
        (name, bean) -> {
          context.getRegistry().bind("source-" + name, bean);
          route.parameter(name, "source-" + name);
        });
    route.add();
    return this;
  }

  /// Stops as a flow does: the route first, then the connector.
  @Override
  public void close() {
    context.stop();
    connector.close();
  }

  public SourceRoute until(String what, Await.Condition condition) {
    Await.until(what, LIMIT, condition);
    return this;
  }

  public SourceRoute untilRows(int count) {
    return until(count + " rows, not " + messages.size(), () -> messages.size() >= count);
  }

  /// Waits for two empty polls from now on.
  public SourceRoute untilIdle() {
    int polls = emptyPolls.get();
    return until("the end of the data", () -> emptyPolls.get() >= polls + 2);
  }

  /// The bodies as texts.
  public List<String> bodies() {
    return messages.stream()
        .map(message -> new String(message.original(), StandardCharsets.UTF_8))
        .toList();
  }

  /// A field of all messages, as texts.
  public List<String> field(String name) {
    return messages.stream()
        .map(message -> ((JsonObject) message.json().orElseThrow()).get(name).orElseThrow().text())
        .toList();
  }

  /// A piece of metadata of all messages.
  public List<Object> metadata(String name) {
    return messages.stream().map(message -> message.metadata().get(name).orElse("none")).toList();
  }

  @Override
  public void ready() {
    readyCount.incrementAndGet();
  }

  @Override
  public void polled(int records) {
    polledRows.addAndGet(records);
    if (records == 0) {
      emptyPolls.incrementAndGet();
    }
  }

  @Override
  public void exhausted() {
    exhausted.incrementAndGet();
  }

  @Override
  public void unavailable(UnavailableException why) {
    unavailable.add(why.getMessage());
  }

  @Override
  public void failed(FlowException why) {
    failures.add(why.getMessage());
  }
}
