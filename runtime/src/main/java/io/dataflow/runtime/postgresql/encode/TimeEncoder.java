package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// Dates and times. Texts go to PostgreSQL as they are, which reads ISO 8601 and much else. A
/// number is seconds since 1970 in UTC, from 1e12 on milliseconds, exact to the microsecond.
///
/// A text with an offset in a column without a zone is written as its time in UTC, and one with the
/// name of a zone is refused: PostgreSQL itself would drop either without a word.
record TimeEncoder(Kind kind) implements ColumnEncoder {
  /// What the column keeps of a moment.
  enum Kind {
    INSTANT,
    WITHOUT_ZONE,
    DATE,
    TIME_OF_DAY
  }

  private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("1e12");
  private static final int DIGITS_MAX = 20;
  private static final Pattern OFFSET =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?) ?"
              + "([+-]\\d\\d)(?::?(\\d\\d))?");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    byte first = json[start];
    if (first == '"' && kind == Kind.WITHOUT_ZONE && ZoneScan.hasOffset(json, start + 1, end - 1)) {
      out.put(inUtc(json, start + 1, end - 1));
    } else if (first == '"') {
      if (kind == Kind.WITHOUT_ZONE) {
        ZoneScan.refuseNames(json, start + 1, end - 1);
      }
      CopyText.putString(json, start + 1, end - 1, out);
    } else if (first == '-' || first >= '0' && first <= '9') {
      out.put(moment(NumberText.of(json, start, end)));
    } else {
      throw new RecordException("the value is neither a text nor a number");
    }
  }

  private static byte[] inUtc(byte[] json, int start, int end) {
    var text = JsonText.decode(json, start, end);
    var parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      throw new RecordException(
          "the text has an offset in a form that is not `2026-01-31T12:00:00+01:00`");
    }
    var minutes = parts.group(4) == null ? "00" : parts.group(4);
    var iso = parts.group(1) + "T" + parts.group(2) + parts.group(3) + ":" + minutes;
    try {
      var utc = OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      return utc.toString().getBytes(StandardCharsets.US_ASCII);
    } catch (DateTimeException e) {
      throw new RecordException("the text is no date and time");
    }
  }

  private String moment(String number) {
    if (kind == Kind.TIME_OF_DAY) {
      throw new RecordException("a number is no time of day; `12:30:00` is one");
    }
    var time = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);
    try {
      var value = new BigDecimal(number);
      if ((long) value.precision() - value.scale() > DIGITS_MAX) {
        throw new RecordException("the number is out of range");
      }
      boolean milliseconds = value.abs().compareTo(MILLISECONDS_FROM) >= 0;
      var microseconds =
          value.movePointRight(milliseconds ? 3 : 6).setScale(0, RoundingMode.HALF_UP);
      long total = microseconds.longValueExact();
      int rest = (int) Math.floorMod(total, 1_000_000L);
      time =
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(total, 1_000_000L), rest * 1000, ZoneOffset.UTC);
    } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
      throw new RecordException("the number is out of range");
    }
    if (time.getYear() < 1 || time.getYear() > 9999) {
      throw new RecordException("the number is a time outside of the years 1 to 9999");
    }
    return kind == Kind.DATE ? DATE.format(time) : TIME.format(time) + "+00";
  }
}
