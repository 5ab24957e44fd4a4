package io.dataflow.api.json;

import java.util.List;
import java.util.Random;

/// Makes documents out of chance, with all that JSON allows: blanks, escapes, repeated names, long
/// numbers, few names over and over and some that never come again.
public final class RandomJson {
  private static final List<String> NAMES =
      List.of("a", "b", "c", "id", "name", "\\u0061", "a b", "", "ž", "\\\"q\\\"", "🙂");
  private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\t ", " \r\n");
  private static final List<String> SCALARS =
      List.of("true", "false", "null", "0", "-0", "1e400", "0.10", "12345678901234567890123", "-7");
  private static final List<String> PIECES =
      List.of("x", "longer than eight bytes", "ž", "🙂", "\\n", "\\u00e9", "\\ud83d\\ude42", "\\/");

  private final Random random;

  /// All that it makes follows from the chance.
  public RandomJson(Random random) {
    this.random = random;
  }

  /// A document, with blanks around it.
  public String document() {
    return blank() + value(0) + blank();
  }

  /// A value that stands this deep in its document.
  public String value(int depth) {
    int kind = random.nextInt(depth > 4 ? 6 : 10);
    if (kind < 3) {
      return one(SCALARS);
    }
    if (kind < 6) {
      return text();
    }
    var out = new StringBuilder(kind < 9 ? "{" : "[").append(blank());
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      out.append(i == 0 ? "" : "," + blank());
      if (kind < 9) {
        out.append('"').append(name()).append('"').append(blank()).append(':').append(blank());
      }
      out.append(value(depth + 1)).append(blank());
    }
    return out.append(kind < 9 ? "}" : "]").toString();
  }

  private String name() {
    return random.nextInt(20) == 0 ? "n" + random.nextInt(1_000_000) : one(NAMES);
  }

  private String text() {
    var out = new StringBuilder("\"");
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(one(PIECES));
    }
    return out.append('"').toString();
  }

  private String blank() {
    return one(BLANKS);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
