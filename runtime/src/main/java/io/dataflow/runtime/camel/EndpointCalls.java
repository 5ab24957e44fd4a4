package io.dataflow.runtime.camel;

import io.dataflow.api.endpoint.Calls;
import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;

/// Gives messages to a route, one exchange each. When the call has returned, the endpoint has the
/// message.
final class EndpointCalls implements AutoCloseable {
  private final String stage;
  private final Calls calls;
  private final ExchangePattern pattern;
  private final Blame blame;
  private final Redacted redacted;
  private final CallLimit limit;
  private CamelContext camel;
  private Producer route;

  /// @param pattern whether an answer is wanted
  EndpointCalls(String stage, Endpoint endpoint, Calls calls, ExchangePattern pattern) {
    this.stage = stage;
    this.calls = calls;
    this.pattern = pattern;
    this.blame = new Blame(calls);
    this.redacted = new Redacted(endpoint.settings().secret().values());
    this.limit = new CallLimit(stage, calls.timeLimit());
  }

  /// The bounds in time of each call.
  CallLimit limit() {
    return limit;
  }

  /// Calls go to this route from here on.
  void to(CamelContext context, String address) {
    try {
      camel = context;
      route = context.getEndpoint(address).createProducer();
      ServiceHelper.startService(route);
    } catch (Exception e) {
      throw new IllegalStateException("a route of the flow's own cannot be called", e);
    }
  }

  /// Gives it a message.
  ///
  /// @return the exchange behind the route
  /// @throws RecordException when the endpoint has refused the message as often as it was tried
  /// @throws UnavailableException when it cannot be reached
  Exchange give(Message message) throws UnavailableException, InterruptedException {
    return give(message, _ -> {});
  }

  /// The same.
  ///
  /// @param prepare gets each exchange before the call
  Exchange give(Message message, Consumer<Exchange> prepare)
      throws UnavailableException, InterruptedException {
    var retry = new Retry();
    for (int attempt = 1; ; attempt++) {
      var exchange = exchange(message);
      prepare.accept(exchange);
      boolean late = call(exchange);
      var failure = exchange.getException();
      if (failure == null) {
        return exchange;
      }
      if (late) {
        throw new UnavailableException(
            ErrorType.TIMEOUT,
            "%s: has not answered within %d ms".formatted(stage, calls.timeLimit().toMillis()),
            failure);
      }
      var outage = blame.outage(failure);
      var words = redacted.words(failure, message);
      if (outage.isPresent()) {
        throw new UnavailableException(outage.get(), stage + ": " + words, failure);
      }
      if (attempt >= calls.attempts()) {
        throw new RecordException(words);
      }
      Thread.sleep(retry.next());
    }
  }

  /// Whether it has taken too long.
  private boolean call(Exchange exchange) {
    limit.begin();
    try {
      route.process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    return limit.end();
  }

  private Exchange exchange(Message message) {
    var exchange = new DefaultExchange(camel, pattern);
    exchange.getMessage().setBody(message.bytes());
    message.metadata().asMap().forEach(exchange::setVariable);
    calls
        .headers()
        .ifPresent(
            headers ->
                headers.forEach(
                    (name, text) ->
                        text.of(message)
                            .ifPresent(
                                value ->
                                    exchange
                                        .getMessage()
                                        .setHeader(
                                            name, new String(value, StandardCharsets.UTF_8)))));
    return exchange;
  }

  @Override
  public void close() {
    if (route != null) {
      ServiceHelper.stopService(route);
    }
  }
}
