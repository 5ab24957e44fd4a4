package io.dataflow.operator.processor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What a process says of itself: the answer of its `/status`, and its termination message.
///
/// @param instance the process
/// @param state `starting`, `running`, `waiting`, `stopped` or `failed`
/// @param message one sentence
/// @param processed records whose outcome is final
/// @param errors records rejected
/// @param lastProcessedTime when it last processed a record; empty before the first one
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProcessorReport(
    String instance,
    String state,
    String message,
    @JsonProperty("processedCount") long processed,
    @JsonProperty("errorCount") long errors,
    Optional<Instant> lastProcessedTime) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @JsonCreator
  static ProcessorReport of(
      @JsonProperty("instance") String instance,
      @JsonProperty("state") String state,
      @JsonProperty("message") String message,
      @JsonProperty("processedCount") long processed,
      @JsonProperty("errorCount") long errors,
      @JsonProperty("lastProcessedTime") String lastProcessedTime) {
    return new ProcessorReport(
        text(instance),
        text(state),
        text(message),
        processed,
        errors,
        instant(text(lastProcessedTime)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(String json) {
    return Optional.ofNullable(json).orElse("");
  }

  /// Reads a report; empty when the text is none, as of a process that was killed.
  public static Optional<ProcessorReport> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readValue(text, ProcessorReport.class))
          .filter(report -> !report.instance().isEmpty());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// Whether it reads and writes, as far as it can tell.
  boolean isRunning() {
    return state.equals("running");
  }

  /// Whether nothing but its counts and times can be different.
  public boolean isInTheStateOf(ProcessorReport other) {
    return instance.equals(other.instance)
        && state.equals(other.state)
        && message.equals(other.message);
  }

  /// Whether it waits for a server.
  public boolean isWaiting() {
    return state.equals("waiting");
  }
}
