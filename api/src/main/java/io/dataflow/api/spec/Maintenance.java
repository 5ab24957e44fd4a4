package io.dataflow.api.spec;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Checked;
import io.dataflow.api.model.rule.Rule;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a flow rests.
@Doc("When the flow rests.")
@Rule(
    cel = "!(" + Maintenance.HAS_START + ") || " + Maintenance.HAS_DURATION,
    path = "duration",
    message = "missing. `startTime` needs it, for example `1h30m`.")
@Rule(
    cel = "!(" + Maintenance.HAS_DURATION + ") || " + Maintenance.HAS_START,
    path = "startTime",
    message = "missing. `duration` needs it, for example `2026-01-01T02:00:00Z`.")
@Rule(
    cel = "!(" + Maintenance.HAS_DURATION + ") || duration(self.duration) > duration('0s')",
    path = "duration",
    message = "no length at all. Write for example `1h30m`.")
public record Maintenance(
    @Doc(value = "Start of the window.", example = "2026-01-01T02:00:00Z")
        Optional<OffsetDateTime> startTime,
    @Doc(value = "Length of the window.", example = "1h30m") Optional<Duration> duration,
    @Doc("How often the window comes again; once when left out.") Optional<Repeat> repeat,
    @Doc("Time zone in which the window starts.") @Default("UTC") ZoneId timezone,
    @Doc("What the window is for.") Optional<String> description,
    @Doc("Rest now, until this is false again.") @Default("false") boolean suspended)
    implements Checked {
  static final String HAS_START = "has(self.startTime) && self.startTime.trim() != ''";
  static final String HAS_DURATION = "has(self.duration) && self.duration.trim() != ''";

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    if (startTime.isPresent() && duration.isEmpty()) {
      problems.add(new Problem("duration", "missing. `startTime` needs it, for example `1h30m`."));
    }
    if (duration.isPresent() && startTime.isEmpty()) {
      problems.add(
          new Problem(
              "startTime", "missing. `duration` needs it, for example `2026-01-01T02:00:00Z`."));
    }
    if (duration.filter(Duration::isZero).isPresent()) {
      problems.add(new Problem("duration", "no length at all. Write for example `1h30m`."));
    }
    if (repeat.isPresent() && startTime.isEmpty() && duration.isEmpty()) {
      problems.add(
          Problem.warning(
              "repeat",
              "has no effect without `startTime` and `duration`. Add them or remove it."));
    }
    return problems;
  }
}
