package io.dataflow.runtime.flow;

import io.dataflow.api.chain.Slicing;
import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.chain.StepWorkers;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.flow.state.FlowCounters;
import io.dataflow.runtime.metrics.StepMeter;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// One transformation as a stage of the route: it takes the whole batch through, unless that has
/// become too large to exist at once.
final class StepProcessor implements Processor {
  private final StepRunner step;
  private final StepWorkers workers;
  private final int place;
  private final List<StepRunner> behind;
  private final StepMeter meter;
  private final Metering metering;
  private final FlowCounters counters;

  /// @param place the step's place in the flow, from 1
  /// @param behind the steps behind it
  StepProcessor(
      StepRunner step,
      StepWorkers workers,
      int place,
      List<StepRunner> behind,
      StepMeter meter,
      Metering metering,
      Flow flow) {
    this.step = step;
    this.workers = workers;
    this.place = place;
    this.behind = behind;
    this.meter = meter;
    this.metering = metering;
    this.counters = flow.counters();
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    if (batch.slicing().isPresent()) {
      // It is worked on by the stages behind the steps, as much at once as there is room for.
      return;
    }
    long start = System.nanoTime();
    if (step.multiplies() && !batch.messages().isEmpty()) {
      multiply(batch, start);
      return;
    }
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

  private void multiply(Batch batch, long start) {
    int in = batch.messages().size();
    var out = workers.expand(step, batch.messages());
    if (out.exceeds(Slicing.LIMIT)) {
      batch.messages(new Slicing(out, behind, workers, batch.receivedAt(), Slicing.LIMIT));
    } else {
      batch.messages(out.all());
      metering.task().behind(place, batch.messages());
    }
    meter.worked(in, out.size(), 0, System.nanoTime() - start);
  }
}
