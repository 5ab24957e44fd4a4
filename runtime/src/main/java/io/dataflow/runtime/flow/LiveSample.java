package io.dataflow.runtime.flow;

import io.dataflow.api.connector.Source;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A look at the newest records of a flow's source, which neither the source nor the flow's sinks
/// notice.
public final class LiveSample {
  private final Source source;
  private final Duration patience;

  /// Of this source.
  ///
  /// @param patience how long a source is tried again that cannot be reached
  public LiveSample(Source source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  /// The newest records, the oldest of them first; fewer when the source holds fewer.
  ///
  /// @throws FlowException when the source cannot be read, with the reason
  public List<Message> newest(int count) throws InterruptedException {
    var sample = new Connectors().sample(source);
    var retry = new Retry();
    long begin = System.nanoTime();
    while (true) {
      try {
        return sample.newest(count);
      } catch (UnavailableException e) {
        var pause = retry.next();
        if (System.nanoTime() - begin + pause.toNanos() > patience.toNanos()) {
          throw new FlowException(e.getMessage(), e);
        }
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    }
  }
}
