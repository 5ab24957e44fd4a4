package io.dataflow.runtime.camel;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import java.util.List;

/// Writes a delivery message by message, in its order. A message leaves the delivery when the
/// endpoint has it, so after an outage nothing is written again but the one message in hand.
final class EndpointWriter implements Writer {
  private final EndpointCalls calls;
  private final String stage;
  private final boolean stopsAtRejected;
  private volatile int settled;

  EndpointWriter(EndpointCalls calls, String stage, boolean stopsAtRejected) {
    this.calls = calls;
    this.stage = stage;
    this.stopsAtRejected = stopsAtRejected;
  }

  @Override
  public void open() {
    // Camel's endpoints are looked at when the route starts.
  }

  @Override
  public void write(List<Message> messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    settled = 0;
    try {
      calls.limit().within(() -> writeAll(messages, rejected));
    } catch (UnavailableException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlowException(stage + ": stopped within a batch", e);
    } catch (Exception e) {
      throw new IllegalStateException("no other exception is declared", e);
    } finally {
      messages.subList(0, settled).clear();
    }
  }

  private void writeAll(List<Message> messages, List<Rejected> rejected)
      throws UnavailableException, InterruptedException {
    boolean stopped = false;
    for (int i = 0; i < messages.size() && !stopped; i++) {
      try {
        calls.give(messages.get(i));
      } catch (RecordException e) {
        rejected.add(new Rejected(messages.get(i), stage, e.getMessage(), ErrorType.INVALID_DATA));
        stopped = stopsAtRejected;
      }
      settled++;
    }
  }

  @Override
  public void write(SlicedMessages messages, List<Rejected> rejected, Mark mark) {
    throw new IllegalStateException("an endpoint stores no position");
  }

  @Override
  public void close() {
    calls.close();
  }
}
