package io.dataflow.runtime.flow;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.chain.StepWorkers;
import io.dataflow.api.spec.Step;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.StepConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.flow.state.OutageRetry;
import io.dataflow.runtime.metrics.StepMeter;
import java.util.ArrayList;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.DeadLetterChannelDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.util.ObjectHelper;

/// The way of a batch from source to sinks as Camel routes, each stage a processor with a name that
/// a person finds again over JMX: `1:filter`, `2:mask`, `partition`, `router`, `sink:main`,
/// `dead-letter`, `acknowledge`. All of it runs on the thread that reads, so when the call that the
/// source makes returns without failure, every record is written, dropped or dead-lettered.
final class FlowRoutes extends RouteBuilder {
  static final String FLOW = "direct:flow";
  static final String DEAD_LETTER = "direct:dead-letter";

  private final Flow flow;
  private final Metering metering;
  private final Map<Integer, StepConnector> steps;

  /// @param steps who does the work of steps that are routes, by their place from 1
  FlowRoutes(Flow flow, Metering metering, Map<Integer, StepConnector> steps) {
    this.flow = flow;
    this.metering = metering;
    this.steps = steps;
  }

  @Override
  public void configure() {
    if (flow.spec().errors().isPresent()) {
      deadLetterRoute();
    }
    flowRoute();
  }

  private void flowRoute() {
    var acknowledge = new Acknowledge(flow, metering.task());
    var route =
        from(FLOW)
            .routeId("flow")
            .routePolicy(new FailurePolicy(flow, acknowledge, metering))
            .errorHandler(silent(errors()));
    retryOutages(route);
    // Without a word of its own, what fails behind an outage would be tried again like that.
    notAgain(route.onException(RejectedRecordsException.class));
    // Only what a record itself is to blame for may go to the dead letter channel.
    notAgain(route.onException(Exception.class))
        .onWhen(caught -> find(RejectedRecordsException.class, caught) == null)
        .handled(false);

    route.process(new Arrival(flow, metering)).id("arrival");
    var workers = workers();
    var runners = new ArrayList<StepRunner>();
    var meters = new ArrayList<StepMeter>();
    for (var step : flow.spec().transformations()) {
      meters.add(metering.step(Flow.type(step), runners.size()));
      runners.add(runner(runners.size() + 1, step));
    }
    for (int place = 1; place <= runners.size(); place++) {
      var runner = runners.get(place - 1);
      var behind = runners.subList(place, runners.size());
      var meter = meters.get(place - 1);
      route
          .process(
              guarded(
                  place, new StepProcessor(runner, workers, place, behind, meter, metering, flow)))
          .id(runner.name());
    }
    var divide = new Divide(flow, metering, meters);
    var parts = route.split().exchange(divide::of);
    boolean once = flow.spec().isEffectivelyOnce();
    if (once || runners.stream().anyMatch(StepRunner::multiplies)) {
      // The next delivery is not made before the last one is done.
      parts.streaming();
    }
    if (!once && flow.spec().stopsAtRejected()) {
      // Not with a dead letter channel that goes on: Camel would stop behind what it has handled.
      parts.stopOnException();
    }
    var choice = parts.id("partition").choice().id("router");
    choice.when(FlowRoutes::isBehindFailure).stop().id("skip");
    // Not `stop()`, which would end the whole batch where parts stop on an exception.
    choice.when(takes(Delivery.END)).process(FlowRoutes::end).id("end");
    for (var way : flow.routes().values().stream().distinct().toList()) {
      choice.when(takes(way)).to("direct:" + way).id("to:" + way);
    }
    choice.when(takes(Delivery.REJECTED)).process(rejected()).id("rejected");
    choice.otherwise().to("direct:" + Delivery.MAIN).id("to:" + Delivery.MAIN);
    choice.end().end().process(acknowledge).id("acknowledge");
  }

  private StepRunner runner(int place, Step step) {
    return steps.containsKey(place)
        ? new StepRunner(place, step, steps.get(place).work())
        : new StepRunner(place, step);
  }

  private Processor guarded(int place, Processor stage) {
    return steps.containsKey(place) ? steps.get(place).guarded(stage) : stage;
  }

  /// The threads beside the one that reads live as long as the context.
  private StepWorkers workers() {
    int wanted = flow.spec().transformWorkers();
    return wanted == 1 || flow.spec().transformations().isEmpty()
        ? StepWorkers.alone()
        : new StepWorkers(
            wanted,
            getContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "transform", wanted - 1));
  }

  private void deadLetterRoute() {
    var route =
        from(DEAD_LETTER)
            .routeId("dead-letter")
            .errorHandler(silent(new DefaultErrorHandlerDefinition()));
    retryOutages(route);
    notAgain(route.onException(Exception.class)).handled(false);
    route
        .onException(RejectedRecordsException.class)
        .retryWhile(Envelopes::hasShorter)
        .redeliveryDelay(0)
        .onRedelivery(Envelopes::shorten)
        .logExhausted(false)
        .logRetryAttempted(false)
        .handled(false)
        .end();
    var envelopes = new Envelopes(flow, metering);
    route
        .process(envelopes::begin)
        .id("rejected-records")
        .loopDoWhile(Envelopes::hasMore)
        .process(envelopes)
        .id("envelope")
        .to("direct:" + Delivery.ERRORS)
        .id("to:" + Delivery.ERRORS)
        .end();
    if (flow.spec().stopsAtRejected()) {
      route.process(FlowRoutes::stop).id("ack-policy");
    }
  }

  /// A sink that is down is tried again until it is back or the flow stops: nothing is read
  /// meanwhile, nothing is dead-lettered.
  private void retryOutages(RouteDefinition route) {
    route
        .onException(UnavailableException.class)
        .retryWhile(new OutageRetry(flow.state()))
        .redeliveryDelay(0)
        .logExhausted(false)
        .logRetryAttempted(false)
        .handled(false)
        .end();
  }

  /// A clause that says nothing of this would be Camel's own, which logs each record's failure.
  private static OnExceptionDefinition notAgain(OnExceptionDefinition failure) {
    return failure.maximumRedeliveries(0).logExhausted(false).logRetryAttempted(false);
  }

  private DefaultErrorHandlerDefinition errors() {
    if (flow.spec().errors().isEmpty()) {
      return new DefaultErrorHandlerDefinition();
    }
    var channel = new DeadLetterChannelDefinition(DEAD_LETTER);
    // An error sink that refuses a record stops the flow; Camel would swallow that by default.
    channel.setDeadLetterHandleNewException("false");
    return channel;
  }

  private static DefaultErrorHandlerDefinition silent(DefaultErrorHandlerDefinition errors) {
    // What fails is said once, by whoever ends the flow.
    return errors
        .maximumRedeliveries(0)
        .allowRedeliveryWhileStopping(false)
        .logExhausted(false)
        .logNewException(false)
        .logHandled(false)
        .logStackTrace(false);
  }

  /// A part of the batch has failed for good: what would be written behind it would be repeated.
  private static boolean isBehindFailure(Exchange exchange) {
    return exchange.getProperty(Arrival.BATCH, Batch.class).isFailing();
  }

  private static void end(Exchange exchange) {
    // A delivery of nothing.
  }

  private static Predicate takes(String way) {
    return exchange -> exchange.getMessage().getBody(Delivery.class).way().equals(way);
  }

  private Processor rejected() {
    boolean goElsewhere = flow.spec().errors().isPresent();
    return exchange -> {
      // Until they are in the error sink; see SinkPolicy.
      exchange.getProperty(Arrival.BATCH, Batch.class).failing(goElsewhere);
      throw new RejectedRecordsException(exchange.getMessage().getBody(Delivery.class).rejected());
    };
  }

  /// The record is in the error sink, and the position may not pass it.
  private static void stop(Exchange exchange) {
    throw new FlowException(
        "spec.errors.ackPolicy: the position may not pass a record that went to the error sink,"
            + " so the flow stops here. The record is in the error sink; set `afterWrite` to go"
            + " on behind it.",
        find(RejectedRecordsException.class, exchange));
  }

  private static <E extends Exception> E find(Class<E> type, Exchange exchange) {
    var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    return ObjectHelper.getException(type, caught);
  }
}
