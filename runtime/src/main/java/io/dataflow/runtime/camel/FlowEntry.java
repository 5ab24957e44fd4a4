package io.dataflow.runtime.camel;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.SourceEvents;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/// Takes each exchange of an endpoint into the flow, one after the other, and comes back when the
/// flow has taken it: then the endpoint may forget it. One that the flow has not taken fails, and
/// whatever comes behind it fails too, because the flow ends there.
final class FlowEntry extends ServiceSupport implements Processor, CamelContextAware {
  private static final String FLOW = "direct:flow";

  private final SourceEvents events;
  private final int most;
  private final ReentrantLock turn = new ReentrantLock(true);
  private CamelContext camel;
  private Producer flow;
  private boolean ended;

  /// @param most messages of a batch, at most
  FlowEntry(SourceEvents events, int most) {
    this.events = events;
    this.most = most;
  }

  @Override
  public void setCamelContext(CamelContext context) {
    camel = context;
  }

  @Override
  public CamelContext getCamelContext() {
    return camel;
  }

  @Override
  protected void doStart() throws Exception {
    flow = camel.getEndpoint(FLOW).createProducer();
    ServiceHelper.startService(flow);
    events.ready();
  }

  @Override
  protected void doStop() {
    ServiceHelper.stopService(flow);
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    turn.lockInterruptibly();
    try {
      if (ended) {
        throw new FlowException("the flow has ended before this was read");
      }
      int count = 0;
      var bodies = Bodies.of(exchange);
      var metadata = metadata(exchange);
      while (bodies.hasNext()) {
        var messages = messages(bodies, exchange, metadata);
        count += messages.size();
        give(messages);
      }
      events.polled(count);
      if (isLast(exchange)) {
        events.exhausted();
      }
    } finally {
      turn.unlock();
    }
  }

  private List<Message> messages(Iterator<?> bodies, Exchange exchange, Metadata metadata) {
    var messages = new ArrayList<Message>();
    while (bodies.hasNext() && messages.size() < most) {
      var body = bodies.next();
      var bytes =
          Bodies.bytes(body, exchange)
              .orElseThrow(
                  () ->
                      failed(
                          "the source brings a body of type "
                              + body.getClass().getSimpleName()
                              + ", which is no text. Let its template make one of it, for example"
                              + " by `marshal`."));
      messages.add(new Message(bytes, metadata));
    }
    return messages;
  }

  private FlowException failed(String why) {
    var failure = new FlowException(why);
    ended = true;
    events.failed(failure);
    return failure;
  }

  private void give(List<Message> messages) throws Exception {
    var exchange = new DefaultExchange(camel);
    exchange.getMessage().setBody(new Batch(messages, Mark.none()));
    flow.process(exchange);
    if (exchange.getException() != null) {
      ended = true;
      throw new FlowException("the flow has not taken what was read", exchange.getException());
    }
  }

  /// Whether nothing more is there, as far as anybody knows: the last of what a poll has found, a
  /// poll that has found nothing, or what came by itself.
  private static boolean isLast(Exchange exchange) {
    var last = exchange.getProperty(Exchange.BATCH_COMPLETE, Boolean.class);
    return last == null || last;
  }

  /// What the endpoint knows besides the body: the headers that have a text.
  private static Metadata metadata(Exchange exchange) {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getMessage()
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (value instanceof CharSequence
                  || value instanceof Number
                  || value instanceof Boolean) {
                headers.put(name, value.toString());
              }
            });
    return Metadata.of(headers.isEmpty() ? Map.of() : Map.of("headers", headers));
  }
}
