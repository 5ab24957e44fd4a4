package io.dataflow.api.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Names in messages: lists of them, and which one a slip of the pen was meant to be.
public final class Words {
  private static final int LONGEST_SHOWN = 60;

  private Words() {}

  /// The names as `a`, `b`, `c`.
  public static String list(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /// Why a word is not one of the known ones, and which it may be.
  public static String refusal(String word, Collection<String> known, List<String> later) {
    if (later.contains(word)) {
      return "`" + word + "` is not in this version yet. " + there(known);
    }
    return "`"
        + shown(word)
        + "` is not known. "
        + nearest(word, known).map(name -> "Did you mean `" + name + "`? ").orElse("")
        + there(known);
  }

  /// The text on one line, cut when it is long.
  public static String shown(String text) {
    var line = text.replace("\r", "\\r").replace("\n", "\\n");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN - 1) + "…";
  }

  /// Which names there are to choose from, as a remedy.
  public static String oneOf(Collection<String> known) {
    return "Give one of " + list(known) + ".";
  }

  /// Which names there are, as a sentence.
  public static String there(Collection<String> known) {
    return switch (known.size()) {
      case 0 -> "There is none.";
      case 1 -> "There is only " + list(known) + ".";
      default -> "There are " + list(known) + ".";
    };
  }

  /// The known name that the word was most likely meant to be; empty when none is near: about one
  /// slip in three letters is forgiven, upper and lower case and `-` or `_` do not count.
  public static Optional<String> nearest(String word, Collection<String> known) {
    var folded = fold(word);
    return known.stream()
        .filter(name -> distance(folded, fold(name)) <= forgiven(folded, fold(name)))
        .min(
            Comparator.<String>comparingInt(name -> distance(folded, fold(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int forgiven(String word, String name) {
    return Math.min(3, Math.max(word.length(), name.length()) / 3);
  }

  private static String fold(String word) {
    return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /// The number of letters to insert, leave out, change or swap with their neighbour (Damerau and
  /// Levenshtein, each place touched once).
  static int distance(String from, String to) {
    if (Math.abs(from.length() - to.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    var rows = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(from, to, i, j, rows);
      }
    }
    return rows[from.length()][to.length()];
  }

  private static int step(String from, String to, int i, int j, int[][] rows) {
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
