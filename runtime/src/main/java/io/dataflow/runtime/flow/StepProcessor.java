package io.dataflow.runtime.flow;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.chain.StepWorkers;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.flow.state.FlowCounters;
import io.dataflow.runtime.metrics.StepMeter;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// One transformation as a stage of the route: it takes the whole batch through.
final class StepProcessor implements Processor {
  private final StepRunner step;
  private final StepWorkers workers;
  private final int place;
  private final StepMeter meter;
  private final Metering metering;
  private final FlowCounters counters;

  /// @param place the step's place in the flow, from 1
  StepProcessor(
      StepRunner step,
      StepWorkers workers,
      int place,
      StepMeter meter,
      Metering metering,
      Flow flow) {
    this.step = step;
    this.workers = workers;
    this.place = place;
    this.meter = meter;
    this.metering = metering;
    this.counters = flow.counters();
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    long start = System.nanoTime();
    int before = batch.rejected().size();
    int in = batch.messages().size();
    var out =
        workers.run(
            step,
            batch.messages(),
            batch.receivedAt(),
            (message, stage, reason) ->
                batch.reject(new Rejected(message, stage, reason, ErrorType.INVALID_DATA)));
    int errors = batch.rejected().size() - before;
    counters.drop(Math.max(0, in - out.size() - errors));
    batch.messages(out);
    meter.worked(in, out.size(), errors, System.nanoTime() - start);
    metering.task().behind(place, out);
  }
}
