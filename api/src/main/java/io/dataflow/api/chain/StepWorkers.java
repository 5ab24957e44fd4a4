package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;

/// Takes a batch through a step by several threads (`transformWorkers`). Each takes some messages
/// that stand side by side and then the next ones, and what they make of them is put together in
/// the order of the messages: so nobody behind the step can tell how many threads there were.
public final class StepWorkers {
  private static final int PARTS_EACH = 4;
  private static final int PART_MIN = 32;

  private final int workers;
  private final Executor others;

  /// @param workers how many threads work on a batch, the caller's own among them
  /// @param others runs the others; where it refuses, the caller does more
  public StepWorkers(int workers, Executor others) {
    this.workers = workers;
    this.others = others;
  }

  /// The caller's own thread and no other.
  public static StepWorkers alone() {
    return new StepWorkers(
        1,
        _ -> {
          throw new RejectedExecutionException("one works alone");
        });
  }

  /// What [StepRunner#run] makes of the messages.
  ///
  /// @throws RuntimeException what the step has thrown for the first of the messages that it throws
  ///     something for, when all threads are done
  public List<Message> run(
      StepRunner step, List<Message> messages, Instant now, Rejections rejections) {
    return inParts(messages, (part, rejected) -> step.run(part, now, rejected), rejections).stream()
        .reduce(StepWorkers::joined)
        .orElseThrow();
  }

  private static List<Message> joined(List<Message> before, List<Message> behind) {
    before.addAll(behind);
    return before;
  }

  /// What [StepRunner#expand] makes of the messages.
  public Expansion expand(StepRunner step, List<Message> messages) {
    return Expansion.of(
        inParts(
            messages,
            (part, _) -> step.expand(part),
            (_, _, _) -> {
              throw new IllegalStateException("who only makes copies rejects nothing");
            }));
  }

  private <T> List<T> inParts(
      List<Message> messages,
      BiFunction<List<Message>, Rejections, T> step,
      Rejections rejections) {
    if (workers == 1 || messages.size() < 2 * PART_MIN) {
      return List.of(step.apply(messages, rejections));
    }
    var parts = parts(messages);
    var work = new SharedWork<T>(step, parts);
    for (int i = 1; i < Math.min(workers, parts.size()); i++) {
      try {
        others.execute(work);
      } catch (RejectedExecutionException e) {
        // The flow is stopping, and its threads are gone: this one takes the batch to its end.
        break;
      }
    }
    work.run();
    return work.result(rejections);
  }

  /// What one message has become stays together, as it shares what it came from.
  private List<List<Message>> parts(List<Message> messages) {
    int size = Math.max(PART_MIN, messages.size() / (workers * PARTS_EACH) + 1);
    var parts = new ArrayList<List<Message>>();
    int from = 0;
    while (from < messages.size()) {
      int end = Math.min(from + size, messages.size());
      while (end < messages.size() && messages.get(end - 1).index() == messages.get(end).index()) {
        end++;
      }
      parts.add(messages.subList(from, end));
      from = end;
    }
    return parts;
  }
}
