package io.dataflow.api.path;

import java.util.ArrayList;
import java.util.List;

/// Reads the text of a path, segment by segment.
final class PathParser {
  private static final int SEGMENTS_MAX = 64;
  private static final int QUERIES_MAX = 8;

  private final String text;
  private final int depth;
  private int pos;

  /// @param depth how many queries are around this path
  PathParser(String text, int depth) {
    this.text = text;
    this.depth = depth;
  }

  List<Segment> segments() {
    pos = text.startsWith("$.") ? 2 : text.startsWith("$") ? 1 : 0;
    if (pos == text.length()) {
      throw fail(
          text.isEmpty() ? "the path is empty" : "`" + text + "` names no field",
          "Name one, for example `$.customer.id`");
    }
    var segments = new ArrayList<Segment>();
    while (true) {
      segments.add(text.charAt(pos) == '[' ? bracket() : dotted());
      if (segments.size() > SEGMENTS_MAX) {
        throw fail("the path has more than " + SEGMENTS_MAX + " parts", "Name a field less deep");
      }
      if (pos == text.length()) {
        return segments;
      }
      if (text.charAt(pos) == '.') {
        pos++;
        if (pos == text.length()) {
          throw fail("`" + text + "` ends after a dot", "Put a name there or drop the dot");
        }
      } else if (text.charAt(pos) != '[') {
        throw fail(quotedAt(pos), "Put a dot before it");
      }
    }
  }

  private Segment dotted() {
    if (text.startsWith("#(", pos)) {
      return query();
    }
    if (text.charAt(pos) == '#' && isBoundary(pos + 1)) {
      pos++;
      return new Segment.Each(true);
    }
    int from = pos;
    boolean pattern = false;
    var name = new StringBuilder();
    while (!isBoundary(pos)) {
      char c = text.charAt(pos);
      if (c == '\\') {
        pos++;
        if (pos == text.length()) {
          throw fail(
              "`" + text + "` ends after a backslash", "Write it twice to mean the character");
        }
        c = text.charAt(pos);
      } else {
        pattern |= c == '*' || c == '?';
      }
      name.append(c);
      pos++;
    }
    if (pos == from) {
      throw fail("`" + text + "` has no name at column " + (pos + 1), "Put one there");
    }
    return pattern
        ? new Segment.Like(new Glob(text.substring(from, pos)))
        : new Segment.Named(new FieldName(name.toString()), index(name.toString()));
  }

  private boolean isBoundary(int at) {
    return at >= text.length() || text.charAt(at) == '.' || text.charAt(at) == '[';
  }

  private Segment query() {
    int from = pos + 2;
    if (depth == QUERIES_MAX) {
      throw fail(
          "the path has queries in queries, more than " + QUERIES_MAX + " deep",
          "Look for something less deep");
    }
    int close = Quotes.closing(text, from, '(', ')');
    if (close < 0) {
      throw fail("`" + text + "` does not close `#(`", "Put a `)` at the end of the query");
    }
    var wanted = ElementQuery.parse(text, from, close, depth + 1);
    pos = close + 1;
    boolean all = pos < text.length() && text.charAt(pos) == '#';
    if (all) {
      pos++;
    }
    return new Segment.Query(wanted, all);
  }

  private Segment bracket() {
    int from = ++pos;
    if (text.startsWith("*]", pos)) {
      pos += 2;
      return new Segment.Each(false);
    }
    if (pos < text.length() && (text.charAt(pos) == '\'' || text.charAt(pos) == '"')) {
      int close = Quotes.end(text, pos);
      if (close > 0 && text.startsWith("]", close)) {
        pos = close + 1;
        return new Segment.Named(new FieldName(Quotes.inside(text, from, close)), -1);
      }
    }
    while (pos < text.length() && Character.digit(text.charAt(pos), 10) >= 0) {
      pos++;
    }
    var digits = text.substring(from, pos);
    if (index(digits) < 0 || !text.startsWith("]", pos)) {
      pos = from - 1;
      throw fail(
          quotedAt(pos), "Inside brackets stands an index, `*` or a quoted name: `[0]`, `['a b']`");
    }
    pos++;
    return new Segment.Named(new FieldName(digits), index(digits));
  }

  /// The index that the name is; -1 when it is none.
  private static int index(String name) {
    boolean digits = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && name.length() < 10 ? Integer.parseInt(name) : -1;
  }

  private String quotedAt(int at) {
    return "`" + text + "` cannot be read at `" + text.substring(at) + "`, column " + (at + 1);
  }

  private PathException fail(String what, String remedy) {
    return new PathException(what + ". " + remedy + ".", pos + 1);
  }
}
