package io.dataflow.api.spec;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.rule.OnlyWith;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.rule.Together;
import io.dataflow.api.schedule.Repeat;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// When a flow is paused.
@Doc("When the flow is paused.")
@Together({"startTime", "duration"})
@OnlyWith(
    key = "repeat",
    with = {"startTime", "duration"})
public record Maintenance(
    @Doc(value = "Start of the window.", example = "2026-01-01T02:00:00Z")
        Optional<OffsetDateTime> startTime,
    @Doc(value = "Length of the window.", example = "1h30m") Optional<Duration> duration,
    @Doc("How often the window comes again; once when left out.") Optional<Repeat> repeat,
    @Doc("Time zone in which the window starts.") @Default("UTC") ZoneId timezone,
    @Doc("What the window is for.") Optional<String> description,
    @Doc("Pause now, until this is false again.") @Default("false") boolean suspended) {
  @Rule(
      cel =
          "!has(self.duration) || self.duration.trim() == ''"
              + " || duration(self.duration) > duration('0s')",
      path = "duration",
      message = "no length at all. Write for example `1h30m`.")
  boolean isLong() {
    return duration.filter(Duration::isZero).isEmpty();
  }
}
