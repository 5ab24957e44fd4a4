package io.dataflow.api.model.type;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.yaml.YamlKind;
import java.time.ZoneId;
import java.util.Set;

/// A time zone by its IANA name or its offset from UTC.
public record ZoneType() implements ScalarType {
  private static final String OFFSET = "[+-](0[0-9]|1[0-7]):[0-5][0-9]";

  // Names of the IANA database that Java knows only when it is asked for them.
  private static final Set<String> OF_THREE_LETTERS = Set.of("EST", "HST", "MST");

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
    if (OF_THREE_LETTERS.contains(text)) {
      return ZoneId.of(text, ZoneId.SHORT_IDS);
    }
    // What is short is near to many others, which are hours away from it.
    var names = text.length() < 5 ? Set.of("UTC", "GMT") : ZoneId.getAvailableZoneIds();
    var remedy =
        Words.nearest(text, names)
            .map(name -> "Did you mean `" + name + "`?")
            .orElse(remedy(example()));
    throw new RefusedException("`" + text + "` is no time zone. " + remedy);
  }

  /// What to write in the place of a text that is no zone.
  public static String remedy(String example) {
    return "Write its IANA name, for example `" + example + "`, or an offset, such as `+03:00`.";
  }
}
