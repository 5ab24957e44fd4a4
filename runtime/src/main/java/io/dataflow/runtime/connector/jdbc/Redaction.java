package io.dataflow.runtime.connector.jdbc;

import io.dataflow.api.message.Message;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes the values of records out of what a server says about them. Servers quote values as they
/// quote names, and the author of a trigger writes what he likes: so what is quoted goes unless it
/// is a known name, and whatever equals a value of the records goes as well.
public final class Redaction {
  private static final int LONGEST = 2000;
  private static final int SCALARS_MAX = 100_000;
  private static final String OPENING = "\"»«„“”";
  private static final String CLOSING = "\"«»“”";
  private static final String GONE = "…";
  private static final Pattern BYTES = Pattern.compile("0x[0-9a-fA-F]{2}(?: 0x[0-9a-fA-F]{2})*");

  private final Set<String> names;
  private final List<Message> records;

  /// @param names what may stand in quotes: of tables, columns, constraints, types
  /// @param records those that the server may speak of
  public Redaction(Collection<String> names, List<Message> records) {
    this.names = Set.copyOf(names);
    this.records = records;
  }

  /// The text without values.
  public String of(String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + GONE : text;
    return BYTES.matcher(withoutQuoted(withoutValues(cut))).replaceAll(GONE);
  }

  private String withoutQuoted(String text) {
    int from = 0;
    while (from < text.length()) {
      if (OPENING.indexOf(text.charAt(from)) < 0) {
        from++;
        continue;
      }
      int end = from + 1;
      while (end < text.length() && CLOSING.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (!names.contains(text.substring(from + 1, end))) {
        return text.substring(0, blanksBefore(text, from)) + text.substring(lastQuote(text, from));
      }
      from = end + 1;
    }
    return text;
  }

  /// Where the blank, and the colon before it, starts that leads to the quote.
  private static int blanksBefore(String text, int quote) {
    int start = quote;
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == ':')) {
      start--;
    }
    return start;
  }

  /// A value may have quotes in it, so it goes up to the last one there is.
  private static int lastQuote(String text, int from) {
    int last = text.length();
    while (last - 1 > from && CLOSING.indexOf(text.charAt(last - 1)) < 0) {
      last--;
    }
    return last - 1 > from ? last : text.length();
  }

  /// What is a value is decided by the text as it came: one value may be a part of another, and the
  /// rest of the longer one must not stay because the shorter one went first.
  private String withoutValues(String text) {
    var hidden = new BitSet(text.length());
    int left = SCALARS_MAX;
    for (var record : records) {
      if (record.json().isPresent()) {
        var scalars = new Scalars(record.bytes(), 8 * text.length());
        while (left-- > 0 && scalars.hasNext()) {
          hide(scalars.next().text(), text, hidden);
        }
      }
    }
    return hidden.isEmpty() ? text : without(hidden, text);
  }

  private void hide(String value, String text, BitSet hidden) {
    int at = value.isBlank() ? -1 : text.indexOf(value);
    while (at >= 0) {
      int end = at + value.length();
      boolean whole = !joins(text, at) && !joins(text, end);
      if (whole && !isName(text, at, end, value)) {
        hidden.set(at, end);
      }
      at = text.indexOf(value, end);
    }
  }

  private static String without(BitSet hidden, String text) {
    var rest = new StringBuilder();
    int from = 0;
    for (int at = hidden.nextSetBit(0); at >= 0; at = hidden.nextSetBit(from)) {
      rest.append(text, from, at).append(GONE);
      from = hidden.nextClearBit(at);
    }
    return rest.append(text, from, text.length()).toString();
  }

  private boolean isName(String text, int start, int end, String value) {
    return names.contains(value)
        && start > 0
        && end < text.length()
        && OPENING.indexOf(text.charAt(start - 1)) >= 0
        && CLOSING.indexOf(text.charAt(end)) >= 0;
  }

  /// Whether a letter or digit goes on at this place, so that a word is not at its end.
  private static boolean joins(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at));
  }
}
