package io.dataflow.runtime.metrics;

import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// The metrics of a flow as a whole (`dataflow_task_*`), fed once a batch.
public final class TaskMeter {
  private static final int THROUGHPUT_SECONDS = 10;
  private static final int SUCCESS_SECONDS = 60;

  private final Histogram input;
  private final List<SizeMeter> sizes;
  private final Operations transforms;
  private final Operations writes;
  private final Histogram transformation;
  private final Histogram write;
  private final Histogram processing;
  private final Window settled;
  private final Window handled;
  private final Window rejected;

  /// @param steps how many steps the flow has
  TaskMeter(FlowMeters meters, int steps, LongSupplier nanos) {
    input = meters.size("input");
    sizes = new ArrayList<>();
    for (int place = 0; place <= steps; place++) {
      var stages = new ArrayList<Histogram>();
      if (place > 0) {
        stages.add(meters.size("transformer_" + (place - 1) + "_output"));
      }
      stages.add(meters.size(place < steps ? "transformer_" + place + "_input" : "output"));
      sizes.add(new SizeMeter(stages));
    }
    transforms = new Operations(meters, "transform");
    writes = new Operations(meters, "write");
    transformation = meters.stage("transformation");
    write = meters.stage("write");
    processing = meters.processing();
    settled = new Window(THROUGHPUT_SECONDS, nanos);
    handled = new Window(SUCCESS_SECONDS, nanos);
    rejected = new Window(SUCCESS_SECONDS, nanos);
    meters.gauge(
        "task_throughput_messages_per_second",
        "Messages read that were settled, a second, in the last 10 seconds.",
        settled::perSecond);
    meters.gauge(
        "task_success_rate",
        "Share of the messages settled in the last 60 seconds that were not rejected.",
        this::successRate);
  }

  private double successRate() {
    double all = handled.total();
    return all == 0 ? 1 : Math.max(0, 1 - rejected.total() / all);
  }

  /// Messages as the source has them.
  public void came(List<Message> messages) {
    input.observeEach(messages, message -> message.original().length);
    behind(0, messages);
  }

  /// Messages as they are behind so many steps.
  public void behind(int steps, List<Message> messages) {
    sizes.get(steps).measure(messages);
  }

  /// A batch has gone through all steps.
  public void transformed(int messagesOut, int failed, long nanos) {
    transforms.succeeded(messagesOut);
    transforms.failed(failed);
    transformation.observeNanos(nanos, 1);
  }

  /// All sinks of a batch have what is theirs.
  public void written(long nanos) {
    write.observeNanos(nanos, 1);
  }

  /// Of so many messages it is settled where they belong: written, dropped or in the error sink.
  ///
  /// @param nanos time since the flow took them
  public void settled(int messages, long nanos) {
    processing.observeNanos(nanos, messages);
    settled.add(messages);
    handled.add(messages);
  }

  /// A sink other than the error sink has these messages, and has refused others.
  public void wrote(int messages, int refused) {
    writes.succeeded(messages);
    writes.failed(refused);
  }

  /// Messages go to the error sink.
  public void rejected(int messages) {
    rejected.add(messages);
  }

  /// A stop came before these messages were written.
  public void cancelled(int messages) {
    writes.cancelled(messages);
  }
}
