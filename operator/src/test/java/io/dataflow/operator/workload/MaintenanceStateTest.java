package io.dataflow.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.operator.FlowCase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceStateTest {
  private static final String DAILY =
      "{startTime: '2026-03-01T02:00:00+01:00', duration: 1h30m, repeat: daily,"
          + " timezone: Europe/Berlin}";

  @Test
  void isOpenFromItsStartToItsEnd() {
    assertThat(rest(DAILY, "2026-03-01T00:59:59Z").isPaused()).isFalse();
    assertThat(rest(DAILY, "2026-03-01T01:00:00Z").isPaused()).isTrue();
    assertThat(rest(DAILY, "2026-03-01T02:29:59Z").change())
        .contains(Instant.parse("2026-03-01T02:30:00Z"));
    assertThat(rest(DAILY, "2026-03-01T02:30:00Z").isPaused()).isFalse();
  }

  @Test
  void comesAgainAtTheSameTimeOfTheZoneWhenClocksChange() {
    var summer = rest(DAILY, "2026-06-10T00:10:00Z");
    assertThat(summer.isPaused()).isTrue();
    assertThat(summer.last()).contains(Instant.parse("2026-06-10T00:00:00Z"));
    assertThat(summer.next()).contains(Instant.parse("2026-06-11T00:00:00Z"));
  }

  /// The first moment of each window on the day on which clocks change, and the one before it.
  @ParameterizedTest
  @CsvSource({
    // 02:30 does not exist, and is 03:30 then.
    "Europe/Berlin, 2026-03-01T02:30:00+01:00, 2026-03-29T01:30:00Z",
    "America/New_York, 2026-03-01T02:30:00-05:00, 2026-03-08T07:30:00Z",
    // Half an hour is left out.
    "Australia/Lord_Howe, 2026-09-01T02:15:00+10:30, 2026-10-03T15:45:00Z",
    // 02:30 comes twice, and the first one counts.
    "Europe/Berlin, 2026-10-01T02:30:00+02:00, 2026-10-25T00:30:00Z",
    "UTC, 2026-03-01T02:30:00Z, 2026-03-29T02:30:00Z",
  })
  void opensOnceOnTheDayOnWhichClocksChange(String zone, String first, String opens) {
    var daily =
        "{startTime: '%s', duration: 10m, repeat: daily, timezone: %s}".formatted(first, zone);
    var moment = Instant.parse(opens);
    var before = rest(daily, moment.minusSeconds(1).toString());
    assertThat(before.isPaused()).isFalse();
    assertThat(before.next()).contains(moment);
    assertThat(before.last().orElseThrow()).isBefore(moment);
    assertThat(rest(daily, opens).isPaused()).isTrue();
    assertThat(rest(daily, moment.plusSeconds(3600).toString()).isPaused()).isFalse();
  }

  @Test
  void comesBackToThe31stAfterAShortMonth() {
    var monthly = "{startTime: '2026-01-31T00:00:00Z', duration: 1h, repeat: monthly}";
    assertThat(rest(monthly, "2026-02-28T00:30:00Z").isPaused()).isTrue();
    assertThat(rest(monthly, "2026-03-30T12:00:00Z").next())
        .contains(Instant.parse("2026-03-31T00:00:00Z"));
  }

  @Test
  void isOverForGoodWhenItDoesNotRepeat() {
    var once = rest("{startTime: '2026-01-01T00:00:00Z', duration: 1h}", "2026-01-02T00:00:00Z");
    assertThat(once.isPaused()).isFalse();
    assertThat(once.change()).isEmpty();
  }

  private static MaintenanceState rest(String maintenance, String now) {
    var read = Manifest.parse(FlowCase.KAFKA + "maintenance: " + maintenance).bind(Secrets.none());
    assertThat(read).isInstanceOf(Reading.Valid.class);
    return MaintenanceState.of(((Reading.Valid) read).flow().spec(), Instant.parse(now));
  }
}
