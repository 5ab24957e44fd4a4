package io.dataflow.operator.workload;

import io.dataflow.api.schedule.Repeat;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Maintenance;
import io.dataflow.api.spec.status.MaintenanceStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Whether a flow is paused on purpose now, and when that changes by itself (`docs/lifecycle.md`).
///
/// @param suspended somebody has stopped it
/// @param inWindow a scheduled window is open
/// @param last start of the window that is open, or was last
/// @param next start of the next window
/// @param change when a window opens or closes next
public record MaintenanceState(
    boolean suspended,
    boolean inWindow,
    Optional<Instant> last,
    Optional<Instant> next,
    Optional<Instant> change) {
  private static final MaintenanceState NONE =
      new MaintenanceState(false, false, Optional.empty(), Optional.empty(), Optional.empty());

  /// What holds now.
  public static MaintenanceState of(DataFlowSpec spec, Instant now) {
    return spec.maintenance().map(maintenance -> of(maintenance, now)).orElse(NONE);
  }

  private static MaintenanceState of(Maintenance maintenance, Instant now) {
    if (maintenance.startTime().isEmpty() || maintenance.duration().isEmpty()) {
      return new MaintenanceState(
          maintenance.suspended(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }
    var first = maintenance.startTime().get().atZoneSameInstant(maintenance.timezone());
    var today = now.atZone(maintenance.timezone());
    var repeat = maintenance.repeat();
    Optional<Instant> last = Optional.empty();
    Optional<Instant> next = Optional.of(first.toInstant());
    if (!today.isBefore(first)) {
      long count = repeat.map(every -> count(first, today, every)).orElse(0L);
      last = Optional.of(start(first, repeat, count).toInstant());
      next = repeat.map(_ -> start(first, repeat, count + 1).toInstant());
    }
    var end = last.map(start -> start.plus(maintenance.duration().get()));
    boolean open = end.filter(now::isBefore).isPresent();
    return new MaintenanceState(maintenance.suspended(), open, last, next, open ? end : next);
  }

  private static long count(ZonedDateTime first, ZonedDateTime today, Repeat every) {
    long whole = unit(every).between(first, today);
    // A month that ends before the 31st counts as begun on its last day.
    if (!start(first, Optional.of(every), whole + 1).isAfter(today)) {
      return whole + 1;
    }
    // Units are counted by local times: one that a change of clocks has moved is not there yet.
    return start(first, Optional.of(every), whole).isAfter(today) ? whole - 1 : whole;
  }

  // From the first one each time, so that the 31st comes back after a short month.
  private static ZonedDateTime start(ZonedDateTime first, Optional<Repeat> repeat, long count) {
    return repeat.map(every -> first.plus(count, unit(every))).orElse(first);
  }

  private static ChronoUnit unit(Repeat repeat) {
    return switch (repeat) {
      case DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case MONTHLY -> ChronoUnit.MONTHS;
    };
  }

  /// Whether no processor should run.
  public boolean isPaused() {
    return suspended || inWindow;
  }

  /// The same in a status.
  public MaintenanceStatus status() {
    return new MaintenanceStatus(
        Optional.of(inWindow),
        next.map(MaintenanceState::utc),
        last.map(MaintenanceState::utc),
        Optional.of(suspended));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
