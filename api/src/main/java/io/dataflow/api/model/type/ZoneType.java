package io.dataflow.api.model.type;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.yaml.YamlKind;
import java.time.ZoneId;

/// A time zone by its IANA name.
public record ZoneType() implements ScalarType {
  private static final String OFFSET = "[+-](0[0-9]|1[0-7]):[0-5][0-9]";

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
    // Java knows more spellings, `GMT+3` for one, than those who read the same manifest in Go.
    if (ZoneId.getAvailableZoneIds().contains(text) || text.matches(OFFSET)) {
      return ZoneId.of(text);
    }
    var remedy =
        Words.nearest(text, ZoneId.getAvailableZoneIds())
            .map(name -> "Did you mean `" + name + "`?")
            .orElse("Write its IANA name, for example `UTC` or `" + example() + "`.");
    throw new RefusedException("`" + text + "` is no time zone. " + remedy);
  }
}
