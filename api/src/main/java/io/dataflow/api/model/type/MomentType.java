package io.dataflow.api.model.type;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.yaml.YamlKind;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// A point in time as RFC 3339 writes it: date, time with seconds, offset.
public record MomentType() implements ScalarType {
  private static final int SHORTEST = "2026-01-01T02:00:00Z".length();

  @Override
  public int longest() {
    return Bounds.SHORT_TEXT;
  }

  @Override
  public String wanted() {
    return "a point in time";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return "2026-01-01T02:00:00Z";
  }

  @Override
  public OffsetDateTime parse(String text) throws RefusedException {
    if (text.length() < SHORTEST) {
      throw refused(text);
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException _) {
      throw refused(text);
    }
  }

  private RefusedException refused(String text) {
    return new RefusedException(
        "`"
            + text
            + "` is no point in time. Write date, time and offset, for example `"
            + example()
            + "` or `2026-01-01T02:00:00+03:00`.");
  }
}
