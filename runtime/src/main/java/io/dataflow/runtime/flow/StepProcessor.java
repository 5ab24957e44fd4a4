package io.dataflow.runtime.flow;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.Emitter;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.metrics.StepMeter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// One transformation as a stage of the route: it loops over the batch.
final class StepProcessor implements Processor {
  private final Step step;
  private final String id;
  private final StepMeter meter;
  private final FlowCounters counters;

  StepProcessor(Step step, String id, StepMeter meter, FlowCounters counters) {
    this.step = step;
    this.id = id;
    this.meter = meter;
    this.counters = counters;
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    long start = System.nanoTime();
    int rejectedBefore = batch.rejected().size();
    var out = new Survivors(batch.messages().size(), batch.receivedAt());
    for (var message : batch.messages()) {
      if (applies(message)) {
        try {
          step.transformation().apply(message, out);
        } catch (RecordException e) {
          batch.reject(new Rejected(message, id, e.getMessage(), ErrorType.INVALID_DATA));
        }
      } else {
        out.emit(message);
      }
    }
    int errors = batch.rejected().size() - rejectedBefore;
    int in = batch.messages().size();
    meter.worked(in, out.messages.size(), errors, System.nanoTime() - start);
    counters.drop(Math.max(0, in - out.messages.size() - errors));
    batch.messages(out.messages);
  }

  private boolean applies(Message message) {
    Optional<Condition> when = step.when();
    return when.isEmpty() || when.get().holds(message);
  }

  private record Survivors(List<Message> messages, Instant now) implements Emitter {
    Survivors(int expected, Instant now) {
      this(new ArrayList<>(expected), now);
    }

    @Override
    public void emit(Message message) {
      messages.add(message);
    }
  }
}
