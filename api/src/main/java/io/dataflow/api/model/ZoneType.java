package io.dataflow.api.model;

import io.dataflow.api.model.yaml.YamlKind;
import java.time.DateTimeException;
import java.time.ZoneId;

/// A time zone by its IANA name.
public record ZoneType() implements ScalarType {
  @Override
  public int longest() {
    return Bounds.SHORT_TEXT;
  }

  @Override
  public String wanted() {
    return "a time zone";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return "Europe/Berlin";
  }

  @Override
  public ZoneId parse(String text) throws RefusedException {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException _) {
      var remedy =
          Words.nearest(text, ZoneId.getAvailableZoneIds())
              .map(name -> "Did you mean `" + name + "`?")
              .orElse("Write its IANA name, for example `UTC` or `" + example() + "`.");
      throw new RefusedException("`" + text + "` is no time zone. " + remedy);
    }
  }
}
