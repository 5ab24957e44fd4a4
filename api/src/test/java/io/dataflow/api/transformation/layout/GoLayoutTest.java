package io.dataflow.api.transformation.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Layouts mean what they mean in Go.
class GoLayoutTest {
  private static final Instant TIME = Instant.parse("2009-02-04T21:00:57.012345600Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ANSIC|Wed Feb  4 21:00:57 2009
          UnixDate|Wed Feb  4 21:00:57 UTC 2009
          RubyDate|Wed Feb 04 21:00:57 +0000 2009
          RFC822|04 Feb 09 21:00 UTC
          RFC822Z|04 Feb 09 21:00 +0000
          RFC850|Wednesday, 04-Feb-09 21:00:57 UTC
          RFC1123|Wed, 04 Feb 2009 21:00:57 UTC
          RFC1123Z|Wed, 04 Feb 2009 21:00:57 +0000
          RFC3339|2009-02-04T21:00:57Z
          RFC3339Nano|2009-02-04T21:00:57.0123456Z
          Kitchen|9:00PM
          DateTime|2009-02-04 21:00:57
          DateOnly|2009-02-04
          TimeOnly|21:00:57
          Unix|1233781257
          UnixMilli|1233781257012
          January Jan 01 1|February Feb 02 2
          Monday Mon 02 2 _2 002 __2|Wednesday Wed 04 4  4 035  35
          2006 06|2009 09
          15 03 3 04 4 05 5 PM pm|21 09 9 00 0 57 57 PM pm
          05.000 05.000000 05.000000000|57.012 57.012345 57.012345600
          05.999 05.99 05.9 05,999999999|57.012 57.01 57 57,0123456
          Z0700 Z07:00 Z07 Z070000 Z07:00:00|Z Z Z Z Z
          -0700 -07:00 -07 -070000 -07:00:00|+0000 +00:00 +00 +000000 +00:00:00
          20060102150405|20090204210057
          2006-01-02T15:04:05.000Z|2009-02-04T21:00:57.012Z
          Month Januar 1 Janus|Month Januar 2 Janus
          _2006|_2009
          at 3 o'clock|at 9 o'clock
          """)
  void writesAsGoDoes(String layout, String text) {
    assertThat(GoLayout.parse(layout).format(TIME)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "RFC3339, 2009-02-05T02:45:57+05:45",
    "-0700 Z07 -07, +0545 +05 +05",
    "Kitchen, 2:45AM"
  })
  void writesInOtherZones(String layout, String text) {
    var time = TIME.atZone(ZoneId.of("Asia/Kathmandu"));
    assertThat(GoLayout.parse(layout).format(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yyyy-MM-dd", "%Y-%m-%d", "ISO", "rfc", "Month"})
  void refusesWhatNamesNoPartOfATime(String layout) {
    assertThatThrownBy(() -> GoLayout.parse(layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`"
                + layout
                + "` names no part of a time. Write how 2 January 2006, 15:04:05 would look, for"
                + " example `2006-01-02 15:04:05`; or `RFC3339`, `RFC3339Nano`, `Unix`.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2006-MM-dd|MM|6
          2006-01-02THH:mm|HH|12
          2006-01-02THH:MM|HH|12
          yyyyMMddT15:04|yyyyMMdd|1
          15:04:ss|ss|7
          2006-01-02 15:04:05.SSSZ|SSS|21
          2006-%m-%d|%m|6
          """)
  void refusesWhatOtherLanguagesWrite(String layout, String sign, int column) {
    assertThatThrownBy(() -> GoLayout.parse(layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`%s` has `%s` at column %d, which is no part of a time in a layout."
                    .formatted(layout, sign, column)
                + " Write how 2 January 2006, 15:04:05 would look, for example"
                + " `2006-01-02 15:04:05`; or `RFC3339`, `RFC3339Nano`, `Unix`.");
  }

  @ParameterizedTest
  @CsvSource({"rfc3339, RFC3339", "RFC3339nano, RFC3339Nano", "unix, Unix", "ansic, ANSIC"})
  void knowsNamesAsTheyAreWritten(String layout, String name) {
    assertThatThrownBy(() -> GoLayout.parse(layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`" + layout + "` is no layout. Did you mean `" + name + "`?");
  }

  @Test
  void aTimeIsWrittenOnceForABatch() {
    var layout = GoLayout.parse("RFC3339");
    assertThat(layout.json(TIME))
        .isSameAs(layout.json(TIME))
        .hasToString("\"2009-02-04T21:00:57Z\"");
    assertThat(layout.json(TIME.plusSeconds(1))).hasToString("\"2009-02-04T21:00:58Z\"");
  }

  @Test
  void yearsBeforeTheYearOneThousand() {
    assertThat(GoLayout.parse("2006-01-02").format(Instant.parse("0800-12-25T00:00:00Z")))
        .isEqualTo("0800-12-25");
  }
}
