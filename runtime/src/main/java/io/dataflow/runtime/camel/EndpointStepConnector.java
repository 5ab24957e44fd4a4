package io.dataflow.runtime.camel;

import io.dataflow.api.chain.StepWork;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.StepConnector;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;

/// A step that gives each message to an endpoint, and goes on with each exchange that comes out: no
/// body drops the message, a list makes many of it. A template from which none comes out has
/// swallowed the message, and that is its fault and not what was asked for.
final class EndpointStepConnector implements StepConnector {
  private static final String OUT = "dataflow.out";

  private final EndpointRoute route;
  private final EndpointCalls calls;
  private final Outages outages;

  EndpointStepConnector(EndpointStep step, String stage, Outages outages) {
    this.route = new EndpointRoute(stage, step.endpoint());
    this.calls = new EndpointCalls(stage, step.endpoint(), step.calls(), ExchangePattern.InOut);
    this.outages = outages;
  }

  @Override
  public void prepare(CamelContext camel) {
    route.prepare(camel);
    calls.to(camel, new MessageRoute(route).addTo(camel, EndpointStepConnector::keep));
  }

  @Override
  public StepWork work() {
    return (message, out) -> {
      var answer = new Answer();
      give(message, answer);
      answer.emit(message, out);
    };
  }

  private void give(Message message, Answer answer) {
    var retry = new Retry();
    while (true) {
      try {
        answer.bodies.clear();
        answer.reached = false;
        // A property, because Camel's own copies of an exchange have it too.
        calls.give(message, exchange -> exchange.setProperty(OUT, answer));
        outages.end();
        return;
      } catch (UnavailableException e) {
        outages.begin(e);
        pause(retry, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FlowException(route.stage() + ": stopped within a batch", e);
      }
    }
  }

  private void pause(Retry retry, UnavailableException outage) {
    try {
      if (!outages.waits(retry.next())) {
        throw new FlowException(outage.getMessage(), outage);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlowException(route.stage() + ": stopped within a batch", e);
    }
  }

  private static void keep(Exchange exchange) {
    exchange.getProperty(OUT, Answer.class).add(exchange);
  }

  @Override
  public Processor guarded(Processor stage) {
    return exchange -> calls.limit().within(() -> stage.process(exchange));
  }

  @Override
  public void close() {
    calls.close();
  }

  /// What has come out for one message.
  private static final class Answer {
    private final List<byte[]> bodies = new ArrayList<>();
    private boolean reached;
    private boolean many;

    synchronized void add(Exchange exchange) {
      many = reached || exchange.getMessage().getBody() instanceof List;
      reached = true;
      for (var items = Bodies.of(exchange); items.hasNext(); ) {
        var body = items.next();
        bodies.add(
            Bodies.bytes(body, exchange)
                .orElseThrow(
                    () ->
                        new RecordException(
                            "a body of type " + body.getClass().getSimpleName() + " came out")));
      }
    }

    synchronized void emit(Message message, Emitter out) {
      if (!reached) {
        throw new RecordException(
            "the message has not come out of the template; a message that is to be dropped goes to"
                + " `kamelet:sink` without a body");
      }
      if (!many && bodies.size() == 1) {
        one(message, bodies.getFirst(), out);
        return;
      }
      var children = bodies.stream().map(body -> message.child(json(body))).toList();
      children.forEach(out::emit);
    }

    private static void one(Message message, byte[] body, Emitter out) {
      if (!Arrays.equals(body, message.bytes())) {
        message.replace(json(body));
      }
      out.emit(message);
    }

    private static Json json(byte[] body) {
      try {
        return Json.parse(body);
      } catch (JsonException e) {
        throw new RecordException("what came out is not JSON: " + e.getMessage());
      }
    }
  }
}
