package io.dataflow.operator.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Reads one series of the exposition format: `name{label="value",…} number [time]`, and passes
/// over an exemplar after it. Exact, because one wrong line makes a Prometheus refuse the whole
/// page, the other pods' metrics included.
final class SampleLine {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?|[iI]nf|[nN]a[nN])");
  private static final Pattern TIME = Pattern.compile("-?\\d{1,18}");

  private final int number;
  private final String line;
  private int at;

  /// @param number of the line, for what is said about it
  SampleLine(int number, String line) {
    this.number = number;
    this.line = line;
  }

  Sample read() throws ExpositionException {
    var name = name(true);
    blanks();
    var labels = next() == '{' ? labels() : List.<Label>of();
    return new Sample(name, labels, value());
  }

  private String name(boolean colons) throws ExpositionException {
    int start = at;
    while (isOfName(next(), colons, at > start)) {
      at++;
    }
    if (start == at) {
      throw wrong("a name is missing");
    }
    return line.substring(start, at);
  }

  private static boolean isOfName(char c, boolean colons, boolean digits) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || colons && c == ':'
        || digits && c >= '0' && c <= '9';
  }

  private List<Label> labels() throws ExpositionException {
    var labels = new ArrayList<Label>();
    var names = new HashSet<String>();
    at++;
    blanks();
    while (next() != '}') {
      var label = label();
      if (!names.add(label.name())) {
        throw wrong("the label `" + label.name() + "` twice");
      }
      labels.add(label);
      blanks();
      if (next() == ',') {
        at++;
        blanks();
      } else if (next() != '}') {
        throw wrong("a `,` or `}` is missing");
      }
    }
    at++;
    return labels;
  }

  private Label label() throws ExpositionException {
    var name = name(false);
    blanks();
    expect('=');
    blanks();
    expect('"');
    int start = at;
    while (next() != '"') {
      if (next() == '\\') {
        at++;
        if ("\\\"n".indexOf(next()) < 0) {
          throw wrong("an unknown `\\`");
        }
      }
      if (at >= line.length()) {
        throw wrong("a `\"` is missing");
      }
      at++;
    }
    at++;
    return new Label(name, line.substring(start, at - 1));
  }

  private String value() throws ExpositionException {
    var exemplar = line.indexOf(" # ", at);
    var words = line.substring(at, exemplar < 0 ? line.length() : exemplar).strip().split("[ \t]+");
    boolean fits =
        words.length <= 2
            && NUMBER.matcher(words[0]).matches()
            && (words.length == 1 || TIME.matcher(words[1]).matches());
    if (!fits) {
      throw wrong("a number is missing");
    }
    return String.join(" ", words);
  }

  private void expect(char c) throws ExpositionException {
    if (next() != c) {
      throw wrong("a `" + c + "` is missing");
    }
    at++;
  }

  private void blanks() {
    while (next() == ' ' || next() == '\t') {
      at++;
    }
  }

  /// The character that comes next; 0 at the end.
  private char next() {
    return at < line.length() ? line.charAt(at) : 0;
  }

  private ExpositionException wrong(String what) {
    return new ExpositionException(number, what + " at column " + (at + 1));
  }
}
