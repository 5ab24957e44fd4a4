package io.dataflow.runtime.connector;

import io.dataflow.api.chain.StepWork;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;

/// A step of the transformations whose work is done by routes.
public interface StepConnector extends AutoCloseable {
  /// Whom a step tells that what it needs cannot be reached, and who knows whether to try again.
  interface Outages {
    /// It cannot be reached for now.
    void begin(UnavailableException why);

    /// It can be reached.
    void end();

    /// Waits before the next attempt; false when the flow ends meanwhile.
    boolean waits(Duration pause) throws InterruptedException;
  }

  /// Puts into the flow's Camel what the work needs.
  ///
  /// @throws FlowException when that can never work
  void prepare(CamelContext camel);

  /// What it does with a message. While what it needs cannot be reached, it tries the same message
  /// again, until the flow ends.
  StepWork work();

  /// The stage that takes a whole batch through, within the time that a message may take.
  default Processor guarded(Processor stage) {
    return stage;
  }

  @Override
  void close();
}
