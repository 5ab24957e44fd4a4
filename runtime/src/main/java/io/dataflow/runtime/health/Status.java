package io.dataflow.runtime.health;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.flow.RunningFlow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// How a processor is, for whoever watches many of them: `/status`, and its last words.
///
/// @param message one sentence for a person, without secrets
/// @param processed records whose outcome is final
/// @param errors records that were rejected
/// @param lastProcessed when a batch was last acknowledged
/// @param guarantees how often a record may arrive in each sink, in words, by the id of its route;
///     empty when there is no flow to give any
public record Status(
    StatusState state,
    String message,
    long processed,
    long errors,
    Optional<Instant> lastProcessed,
    Map<String, String> guarantees) {

  /// What Kubernetes keeps of a pod's last words.
  static final int MOST_BYTES = 4096;

  /// Tells this process from the one before it, whose counters began at nought too.
  private static final String INSTANCE =
      "%016x%08x".formatted(ThreadLocalRandom.current().nextLong(), ProcessHandle.current().pid());

  /// How the flow is now.
  public static Status of(RunningFlow flow) {
    var state = StatusState.of(flow.state());
    return new Status(
        state,
        message(state, flow),
        flow.counters().acknowledged(),
        flow.counters().rejected(),
        flow.state().processedAt(),
        flow.guarantees());
  }

  /// How a processor is that cannot run its flow at all.
  public static Status failed(String why) {
    return none(StatusState.FAILED, why);
  }

  /// How a processor is that was told to end before it had anything to do.
  public static Status stopped() {
    return none(StatusState.STOPPED, "Stopped before it began.");
  }

  /// The same of a processor that was told to end before it had done what it was asked for.
  public Status unfinished(String why) {
    return new Status(StatusState.FAILED, why, processed, errors, lastProcessed, guarantees);
  }

  private static Status none(StatusState state, String message) {
    return new Status(state, message, 0, 0, Optional.empty(), Map.of());
  }

  private static String message(StatusState state, RunningFlow flow) {
    return switch (state) {
      case STARTING -> "Starting.";
      case RUNNING -> flow.state().concern().orElse("Running.");
      case WAITING -> String.join("; ", flow.state().troubles().values());
      case STOPPED -> flow.state().concern().orElse("Stopped.");
      case FAILED -> flow.state().failure().orElse("Failed.");
    };
  }

  /// The JSON, of at most 4096 bytes: a longer message is cut.
  public byte[] json() {
    var whole = json(message);
    if (whole.length <= MOST_BYTES) {
      return whole;
    }
    var fits = 0;
    for (var over = message.length(); over - fits > 1; ) {
      var middle = (fits + over) / 2;
      if (json(cut(middle)).length <= MOST_BYTES) {
        fits = middle;
      } else {
        over = middle;
      }
    }
    return json(cut(fits));
  }

  private String cut(int length) {
    var halfACharacter = length > 0 && Character.isHighSurrogate(message.charAt(length - 1));
    return message.substring(0, halfACharacter ? length - 1 : length) + "…";
  }

  private byte[] json(String text) {
    var json = JsonObject.empty();
    json.put("instance", JsonScalar.of(INSTANCE));
    json.put("state", JsonScalar.of(state.label()));
    json.put("message", JsonScalar.of(text));
    json.put("processedCount", JsonScalar.of(processed));
    json.put("errorCount", JsonScalar.of(errors));
    lastProcessed
        .map(time -> (Json) JsonScalar.of(time.truncatedTo(ChronoUnit.MILLIS).toString()))
        .ifPresent(time -> json.put("lastProcessedTime", time));
    if (!guarantees.isEmpty()) {
      var sinks = JsonObject.empty();
      guarantees.forEach((sink, words) -> sinks.put(sink, JsonScalar.of(words)));
      json.put("guarantee", sinks);
    }
    return json.toBytes();
  }
}
