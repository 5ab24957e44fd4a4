package io.dataflow.runtime.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.server.Await;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// [PrefetchingConsumer] gives some calls of the client another meaning, so it must know all that
/// camel-kafka calls. When this fails after an upgrade of Camel: look what the new call is for, and
/// whether it may go to the real client while the reader's thread uses it.
class CamelCallsTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final String topic = Servers.freshTopic(1);
  private final Set<String> calls = new ConcurrentSkipListSet<>();
  private final AtomicInteger received = new AtomicInteger();

  @Test
  void camelCallsWhatItIsKnownToCall() throws Exception {
    try (var camel = new DefaultCamelContext()) {
      camel.addRoutes(flow());
      camel.start();
      addSource(camel);
      send();
      Await.until("a batch", LIMIT, () -> received.get() == 1);
      assertThat(calls)
          .containsExactly("poll(Duration)", "subscribe(Collection, ConsumerRebalanceListener)");
      camel.getRouteController().suspendRoute("source:kafka");
      Await.until("the pause", LIMIT, () -> calls.contains("pause(Collection)"));
      camel.getRouteController().resumeRoute("source:kafka");
      Await.until("the end of the pause", LIMIT, () -> calls.contains("resume(Collection)"));
      send();
      Await.until("a batch after the pause", LIMIT, () -> received.get() == 2);
      camel.getRouteController().stopRoute("source:kafka");
      assertThat(calls)
          .containsExactly(
              "assignment()",
              "close()",
              "committed(Set)",
              "pause(Collection)",
              "poll(Duration)",
              "resume(Collection)",
              "subscribe(Collection, ConsumerRebalanceListener)",
              "unsubscribe()",
              "wakeup()");
    }
  }

  private RouteBuilder flow() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:flow")
            .process(
                exchange -> {
                  exchange.getMessage().getBody(Batch.class).acknowledge();
                  received.incrementAndGet();
                });
      }
    };
  }

  private void addSource(DefaultCamelContext camel) throws Exception {
    var spec = spec();
    var store = new MemoryCheckpointStore();
    var context = new SourceContext("flow", spec, new HeardEvents(), store);
    var connector = new KafkaSourceConnector((KafkaSource) spec.source(), context);
    var clients = (KafkaClientFactory) connector.beans().get("clients");
    camel.getRegistry().bind("recording", new RecordingClients(clients));
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            PluginHelper.getResourceLoader(camel)
                .resolveResource("classpath:route-templates/kafka-source.yaml"));
    TemplatedRouteBuilder.builder(camel, "kafka-source")
        .routeId("source:kafka")
        .parameters(connector.parameters())
        .parameter("clients", "recording")
        .add();
  }

  private DataFlowSpec spec() {
    var yaml =
        """
        source: {type: kafka, config: {brokers: ['%s'], topic: %2$s, consumerGroup: %2$s}}
        sink: {type: kafka, config: {brokers: ['nowhere:9092'], topic: none}}
        """
            .formatted(Servers.kafka().bootstrap(), topic);
    return switch (Manifest.parse(yaml).bind(Secrets.none())) {
      case Reading.Valid valid -> valid.flow().spec();
      case Reading.Invalid invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }

  private void send() throws Exception {
    var properties = Map.<String, Object>of("bootstrap.servers", Servers.kafka().bootstrap());
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, new byte[] {'1'})).get();
    }
  }

  /// The real clients, with a note of each call.
  private final class RecordingClients extends DefaultKafkaClientFactory {
    private final KafkaClientFactory clients;

    RecordingClients(KafkaClientFactory clients) {
      this.clients = clients;
    }

    @Override
    public Consumer<?, ?> getConsumer(Properties properties) {
      var real = clients.getConsumer(properties);
      return (Consumer<?, ?>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Consumer.class},
              (proxy, method, arguments) -> {
                var parameters =
                    Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "));
                calls.add(method.getName() + "(" + parameters + ")");
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
