package io.dataflow.api.transformation.layout;

import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.rule.Rule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How a time is written, as Go says it: by how the time `Mon Jan 2 15:04:05 2006` would look, or
/// by the name of a well-known layout. `Unix` and `UnixMilli` are the time since 1970 as digits.
@Doc(value = "a layout of Go or its name", example = "2006-01-02 15:04:05")
@Rule(
    cel = "self.matches('[0-9]|Jan|Mon|MST|PM|pm|Unix')",
    message =
        "names no part of a time. Write how 2 January 2006, 15:04:05 would look, for example"
            + " `2006-01-02 15:04:05`; or `RFC3339`, `RFC3339Nano`, `Unix`.")
public final class GoLayout {
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("ANSIC", "Mon Jan _2 15:04:05 2006"),
          Map.entry("UnixDate", "Mon Jan _2 15:04:05 MST 2006"),
          Map.entry("RubyDate", "Mon Jan 02 15:04:05 -0700 2006"),
          Map.entry("RFC822", "02 Jan 06 15:04 MST"),
          Map.entry("RFC822Z", "02 Jan 06 15:04 -0700"),
          Map.entry("RFC850", "Monday, 02-Jan-06 15:04:05 MST"),
          Map.entry("RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"),
          Map.entry("RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"),
          Map.entry("RFC3339", "2006-01-02T15:04:05Z07:00"),
          Map.entry("RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00"),
          Map.entry("Kitchen", "3:04PM"),
          Map.entry("DateTime", "2006-01-02 15:04:05"),
          Map.entry("DateOnly", "2006-01-02"),
          Map.entry("TimeOnly", "15:04:05"));

  private static final String UNIX = "Unix";
  private static final String UNIX_MILLI = "UnixMilli";
  private static final String REMEDY =
      " Write how 2 January 2006, 15:04:05 would look, for example `2006-01-02 15:04:05`; or"
          + " `RFC3339`, `RFC3339Nano`, `Unix`.";

  private final String text;
  private final List<LayoutPart> parts;

  // Without a lock: what it refers to never changes, so at worst a time is formatted twice.
  private Written last;

  private GoLayout(String text, List<LayoutPart> parts) {
    this.text = text;
    this.parts = parts;
    this.last = new Written(Instant.EPOCH, JsonScalar.of(format(Instant.EPOCH)));
  }

  /// Reads a layout or its name.
  ///
  /// @throws IllegalArgumentException when it names no part of a time, or some as other languages
  ///     do
  public static GoLayout parse(String text) {
    names()
        .filter(name -> name.equalsIgnoreCase(text) && !name.equals(text))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "`" + text + "` is no layout. Did you mean `" + name + "`?");
            });
    var parts =
        switch (text) {
          case UNIX -> List.<LayoutPart>of(LayoutPart.Epoch.SECONDS);
          case UNIX_MILLI -> List.<LayoutPart>of(LayoutPart.Epoch.MILLISECONDS);
          default -> LayoutParser.parse(NAMED.getOrDefault(text, text));
        };
    if (parts.stream().allMatch(part -> part instanceof LayoutPart.Literal)) {
      throw new IllegalArgumentException("`" + text + "` names no part of a time." + REMEDY);
    }
    var foreign = ForeignLayout.in(text);
    if (foreign.isPresent()) {
      throw new IllegalArgumentException(
          "`%s` has `%s` at column %d, which is no part of a time in a layout."
                  .formatted(text, foreign.get().group(), foreign.get().start() + 1)
              + REMEDY);
    }
    return new GoLayout(text, parts);
  }

  private static Stream<String> names() {
    return Stream.concat(NAMED.keySet().stream(), Stream.of(UNIX, UNIX_MILLI));
  }

  /// The time in UTC.
  public String format(Instant time) {
    return format(time.atZone(ZoneOffset.UTC));
  }

  /// The time in its own zone.
  public String format(ZonedDateTime time) {
    var out = new StringBuilder();
    for (var part : parts) {
      part.write(time, out);
    }
    return out.toString();
  }

  /// The time in UTC as a JSON string: made once for as long as the same time is asked for.
  public JsonScalar json(Instant time) {
    var known = last;
    if (known.time != time && !known.time.equals(time)) {
      known = new Written(time, JsonScalar.of(format(time)));
      last = known;
    }
    return known.json;
  }

  /// The layout as it was written.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoLayout layout && layout.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private record Written(Instant time, JsonScalar json) {}
}
