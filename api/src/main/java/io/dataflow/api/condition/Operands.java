package io.dataflow.api.condition;

import io.dataflow.api.condition.Token.Kind;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.path.Path;
import io.dataflow.api.path.PathException;
import io.dataflow.api.path.Quotes;

/// Which words of a condition are fields and which are values. On the left a bare word is a field,
/// on the right it is a text; `$…` and `metadata.…` are fields on both sides, and what stands in
/// quotes, numbers, `true`, `false` and `null` are values on both.
final class Operands {
  private static final String METADATA = "metadata.";

  private Operands() {}

  static Operand left(String text, Token token) {
    var word = token.text();
    if (token.is(Kind.QUOTED) || isBoolean(token) || word.equals("null") || isNumber(word)) {
      return value(token);
    }
    return field(text, token);
  }

  static Operand right(String text, Token token) {
    var word = token.text();
    boolean field = word.startsWith("$") || word.startsWith(METADATA);
    return token.is(Kind.WORD) && field ? field(text, token) : value(token);
  }

  static boolean isBoolean(Token token) {
    return token.is(Kind.WORD) && (token.text().equals("true") || token.text().equals("false"));
  }

  private static boolean isNumber(String word) {
    return TextForm.of(word).isNumber();
  }

  private static Operand value(Token token) {
    var word = token.text();
    var json =
        switch (token.kind()) {
          case QUOTED -> JsonScalar.of(Quotes.inside(word, 0, word.length()));
          case WORD, OPERATOR, AND, OR, NOT, OPEN, CLOSE, END ->
              switch (word) {
                case "true" -> JsonScalar.TRUE;
                case "false" -> JsonScalar.FALSE;
                // Its text form is empty, as that of a null in a message.
                case "null" -> JsonScalar.NULL;
                default -> JsonScalar.of(word);
              };
        };
    return new Operand.Value(json, TextForm.of(json));
  }

  private static Operand field(String text, Token token) {
    try {
      if (!token.text().startsWith(METADATA)) {
        return new Operand.Field(Path.parse(token.text()));
      }
      int offset = METADATA.length();
      if (token.text().length() == offset) {
        throw new ConditionException(
            "`%s` names no key behind `metadata.`. Put one there, for example `metadata.topic`."
                .formatted(text),
            token.start() + offset + 1);
      }
      var keys = Path.parse(token.text().substring(offset)).names();
      return new Operand.Known(
          keys.orElseThrow(
              () ->
                  new ConditionException(
                      "`%s` looks for `%s`. Metadata is named by plain keys, for example `%s`."
                          .formatted(text, token.text(), "metadata.topic"),
                      token.column())));
    } catch (PathException e) {
      int offset = token.text().startsWith(METADATA) ? METADATA.length() : 0;
      throw new ConditionException(
          "`%s`: %s".formatted(text, e.getMessage()), token.start() + offset + e.column());
    }
  }
}
