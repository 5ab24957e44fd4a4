package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.JsonText;
import io.dataflow.api.transformation.RecordException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks for time zones in texts for a column without one, where PostgreSQL drops them silently.
final class ZoneScan {
  private static final int DATE_LENGTH = 10;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /// What may stand in a date and time without being a zone, and UTC, which is what is meant.
  private static final Set<String> HARMLESS =
      Set.of(
          ("jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june"
               + " july august september october november december mon tue tues wed weds thu thur"
               + " thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday am pm"
               + " bc ad t j z utc gmt zulu on at infinity epoch now today tomorrow yesterday"
               + " allballs")
              .split(" "));

  private ZoneScan() {}

  /// Whether the text may have an offset: a plus, or a minus that is not one of the date.
  static boolean hasOffset(byte[] json, int start, int end) {
    boolean time = false;
    for (int i = start; i < end; i++) {
      time |= json[i] == ':' || i >= start + DATE_LENGTH;
      if (json[i] == '+' || json[i] == '-' && time) {
        return true;
      }
    }
    return false;
  }

  /// Whether there are letters besides those of 2026-01-31T12:00:00Z, which nearly all are like.
  private static boolean hasWords(byte[] json, int start, int end) {
    for (int i = start; i < end; i++) {
      int small = json[i] | 0x20;
      boolean separator = small == 't' && i == start + DATE_LENGTH || small == 'z' && i == end - 1;
      if (!separator && (small >= 'a' && small <= 'z' || json[i] == '\\' || json[i] < 0)) {
        return true;
      }
    }
    return false;
  }

  /// @throws RecordException when the text has the name of a zone
  static void refuseNames(byte[] json, int start, int end) {
    if (!hasWords(json, start, end)) {
      return;
    }
    var words = WORD.matcher(JsonText.decode(json, start, end).toLowerCase(Locale.ROOT));
    while (words.find()) {
      if (!HARMLESS.contains(words.group())) {
        throw new RecordException(
            "the text has the name of a time zone, or another word that is no part of a date, and a"
                + " column without a zone would drop it."
                + " Write an offset: `2026-01-31T12:00:00+01:00`");
      }
    }
  }
}
