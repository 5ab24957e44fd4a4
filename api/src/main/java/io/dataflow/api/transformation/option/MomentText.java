package io.dataflow.api.transformation.option;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.api.json.TextForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/// Points in time as they stand in records: RFC 3339 with or without an offset, and seconds or
/// milliseconds since 1970 as number or text.
public final class MomentText {
  private static final int LONGEST = 64;
  private static final int SCALE_MAX = 100;

  /// From here on a number means milliseconds; as seconds it would be the year 33658.
  private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(1_000_000_000_000L);

  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd'T'HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  private MomentText() {}

  /// The point in time that a value says, as the clocks of a zone show it; empty for `null`.
  ///
  /// @param otherwise where clocks show a time without an offset. One that they skip in spring
  ///     counts as if they had not yet been put forward, of two in autumn the first one counts
  public static Optional<ZonedDateTime> read(Json value, ZoneId otherwise, ZoneId zone)
      throws MisfitException {
    if (!(value instanceof JsonScalar scalar) || scalar.kind() == ScalarKind.BOOLEAN) {
      throw none();
    }
    if (scalar.kind() == ScalarKind.NULL) {
      return Optional.empty();
    }
    if (scalar.end() - scalar.start() > LONGEST) {
      throw none();
    }
    var moment = isText(scalar) ? text(scalar.text(), otherwise) : epoch(NumberText.of(scalar));
    var shown = moment.atZone(zone);
    if (shown.getYear() < 0 || shown.getYear() > 9999) {
      throw new MisfitException("a time beyond the years 0 to 9999");
    }
    return Optional.of(shown);
  }

  private static boolean isText(JsonScalar scalar) {
    return scalar.kind() == ScalarKind.STRING && !TextForm.of(scalar).isNumber();
  }

  private static Instant text(String text, ZoneId otherwise) throws MisfitException {
    boolean blank = text.length() > 10 && text.charAt(10) == ' ';
    var read = blank ? text.substring(0, 10) + "T" + text.substring(11) : text;
    try {
      return switch (TEXT.parseBest(read, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(otherwise).toInstant();
        default -> throw none();
      };
    } catch (DateTimeException _) {
      throw none();
    }
  }

  private static Instant epoch(TextForm text) throws MisfitException {
    BigDecimal number;
    try {
      number = new BigDecimal(text.toString());
    } catch (NumberFormatException _) {
      throw none();
    }
    // With more than that the digits between the point and the number would fill the memory.
    if (Math.abs(number.scale()) > SCALE_MAX) {
      throw none();
    }
    boolean millis = number.abs().compareTo(MILLISECONDS_FROM) >= 0;
    var seconds = millis ? number.movePointLeft(3) : number;
    if (seconds.abs().compareTo(MILLISECONDS_FROM) >= 0) {
      throw none();
    }
    var whole = seconds.setScale(0, RoundingMode.FLOOR);
    var nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole.longValueExact(), nanos);
  }

  private static MisfitException none() {
    return new MisfitException(
        "no time: neither like `2026-06-01T00:30:00Z` nor seconds or milliseconds since 1970");
  }
}
