package io.dataflow.api.condition;

import io.dataflow.api.condition.Token.Kind;
import io.dataflow.api.path.Quotes;
import java.util.ArrayList;
import java.util.List;

/// Cuts the text of a condition into its words.
final class ConditionLexer {
  private static final String ENDS_WORD = " \t\r\n()'\"=!<>&|,;{}";
  private static final String NEVER = ",;{}]`~^";

  private final String text;
  private int pos;

  ConditionLexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    var tokens = new ArrayList<Token>();
    while (true) {
      while (pos < text.length() && Character.isWhitespace(text.charAt(pos))) {
        pos++;
      }
      if (pos == text.length()) {
        tokens.add(new Token(Kind.END, "", pos));
        return tokens;
      }
      tokens.add(next());
    }
  }

  private Token next() {
    return switch (text.charAt(pos)) {
      case '(' -> symbol(Kind.OPEN, 1);
      case ')' -> symbol(Kind.CLOSE, 1);
      case '\'', '"' -> quoted();
      case '&' -> doubled(Kind.AND, "&&");
      case '|' -> doubled(Kind.OR, "||");
      case '=' -> equal();
      case '!' -> text.startsWith("!=", pos) ? symbol(Kind.OPERATOR, 2) : symbol(Kind.NOT, 1);
      case '<', '>' -> order();
      default -> word();
    };
  }

  private Token symbol(Kind kind, int length) {
    var token = new Token(kind, text.substring(pos, pos + length), pos);
    pos += length;
    return token;
  }

  private Token doubled(Kind kind, String wanted) {
    if (!text.startsWith(wanted, pos)) {
      throw fail("`" + text.charAt(pos) + "` alone", "Write `" + wanted + "`.");
    }
    return symbol(kind, 2);
  }

  private Token equal() {
    if (!text.startsWith("==", pos)) {
      throw fail("`=` alone", "Write `==`.");
    }
    return symbol(Kind.OPERATOR, 2);
  }

  private Token order() {
    if (text.startsWith("<>", pos)) {
      throw fail("`<>`", "Write `!=`.");
    }
    return symbol(Kind.OPERATOR, text.startsWith("=", pos + 1) ? 2 : 1);
  }

  private Token quoted() {
    int end = Quotes.end(text, pos);
    if (end < 0) {
      throw fail(
          "a quote that is not closed", "Put a `" + text.charAt(pos) + "` behind the value.");
    }
    return symbol(Kind.QUOTED, end - pos);
  }

  private Token word() {
    char first = text.charAt(pos);
    if (NEVER.indexOf(first) >= 0 || Character.isISOControl(first)) {
      throw fail(
          "`" + first + "`, which means nothing", "Put a value with such characters in quotes.");
    }
    int at = pos;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at = Math.min(at + 2, text.length());
      } else if (c == '[' || text.startsWith("#(", at)) {
        at = bracket(c == '[' ? at + 1 : at + 2, c);
      } else if (ENDS_WORD.indexOf(c) >= 0 || Character.isWhitespace(c)) {
        break;
      } else {
        at++;
      }
    }
    return symbol(Kind.WORD, at - pos);
  }

  /// Behind the bracket that closes the one before `from`: what is inside belongs to the word.
  private int bracket(int from, char open) {
    int close =
        open == '[' ? Quotes.closing(text, from, '[', ']') : Quotes.closing(text, from, '(', ')');
    if (close < 0) {
      pos = from - 1;
      throw fail(
          "a bracket that is not closed", "Put a `" + (open == '[' ? ']' : ')') + "` behind it.");
    }
    return close + 1;
  }

  private ConditionException fail(String what, String remedy) {
    return new ConditionException(
        "`%s` has %s at column %d. %s".formatted(text, what, pos + 1, remedy), pos + 1);
  }
}
