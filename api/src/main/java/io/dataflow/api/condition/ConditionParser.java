package io.dataflow.api.condition;

import io.dataflow.api.condition.Token.Kind;
import io.dataflow.api.path.Operator;
import java.util.ArrayList;
import java.util.List;

/// Reads a condition: `||` binds least, then `&&`, then `!`, then the comparisons.
final class ConditionParser {
  private static final int DEPTH_MAX = 100;

  private final String text;
  private final List<Token> tokens;
  private int pos;
  private int depth;

  ConditionParser(String text) {
    this.text = text;
    if (text.isBlank()) {
      throw new ConditionException(
          "empty. Write what must hold, for example `$.status == 'paid'`.", 1);
    }
    this.tokens = new ConditionLexer(text).tokens();
  }

  Expression expression() {
    var expression = or();
    var token = peek();
    if (token.is(Kind.CLOSE)) {
      throw fail(token, "has a `)` that closes nothing", "Drop it or put a `(` before.");
    } else if (!token.is(Kind.END)) {
      throw noOperator(token);
    }
    return expression;
  }

  private Expression or() {
    var parts = new ArrayList<Expression>();
    parts.add(and());
    while (peek().is(Kind.OR)) {
      pos++;
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Or(List.copyOf(parts));
  }

  private Expression and() {
    var parts = new ArrayList<Expression>();
    parts.add(not());
    while (peek().is(Kind.AND)) {
      pos++;
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.And(List.copyOf(parts));
  }

  private Expression not() {
    var token = peek();
    if (!token.is(Kind.NOT) && !token.is(Kind.OPEN)) {
      return comparison();
    }
    pos++;
    if (++depth > DEPTH_MAX) {
      throw new ConditionException(
          "nested more than %d deep at column %d. Split it into several steps."
              .formatted(DEPTH_MAX, token.column()),
          token.column());
    }
    var expression = token.is(Kind.NOT) ? new Expression.Not(not()) : inParentheses(token);
    depth--;
    return expression;
  }

  private Expression inParentheses(Token open) {
    var expression = or();
    if (peek().is(Kind.END)) {
      throw fail(open, "has a `(` that is not closed", "Put a `)` behind what belongs together.");
    } else if (!peek().is(Kind.CLOSE)) {
      throw noOperator(peek());
    }
    pos++;
    return expression;
  }

  private Expression comparison() {
    var leftToken = operandToken();
    var left = Operands.left(text, leftToken);
    if (!peek().is(Kind.OPERATOR)) {
      if (left instanceof Operand.Value && !Operands.isBoolean(leftToken)) {
        throw fail(
            leftToken,
            "has the value `" + leftToken.text() + "` by itself",
            "Compare a field with it, for example `$.a == " + leftToken.text() + "`.");
      }
      return new Expression.Truthy(left);
    }
    var operator = operator(tokens.get(pos++));
    var rightToken = operandToken();
    var right = Operands.right(text, rightToken);
    if (left instanceof Operand.Value && right instanceof Operand.Value) {
      throw fail(leftToken, "compares two values", "Put a field on one side, for example `$.a`.");
    }
    if (peek().is(Kind.OPERATOR)) {
      throw fail(
          peek(), "has a second comparison `" + peek().text() + "`", "Join the two with `&&`.");
    }
    return new Expression.Comparison(left, operator, right);
  }

  private Token operandToken() {
    var token = peek();
    if (token.isOperand()) {
      pos++;
      return token;
    }
    var before = pos == 0 ? "" : tokens.get(pos - 1).text();
    var example =
        pos > 0 && tokens.get(pos - 1).is(Kind.OPERATOR) ? upTo(pos) + " 'x'" : "$.a == 'x'";
    if (token.is(Kind.END)) {
      throw new ConditionException(
          "`%s` ends after `%s`. Put a value there, for example `%s`."
              .formatted(text, before, example),
          token.column());
    }
    throw fail(
        token,
        pos == 0
            ? "begins with `" + token.text() + "`"
            : "has nothing between `" + before + "` and `" + token.text() + "`",
        "Put a value there, for example `" + (pos == 0 ? "$.a == 'x'" : example) + "`.");
  }

  /// The text up to before a token, for the example of how it may go on.
  private String upTo(int index) {
    var last = tokens.get(index - 1);
    return text.substring(0, last.start() + last.text().length()).strip();
  }

  private ConditionException noOperator(Token token) {
    var remedy =
        switch (token.text()) {
          case "and", "AND" -> "Write `&&` for `and`.";
          case "or", "OR" -> "Write `||` for `or`.";
          default -> "Put one there, for example `" + upTo(pos) + " == " + token.text() + "`.";
        };
    if (!token.isOperand()) {
      remedy = "Put `&&` or `||` there.";
    }
    return fail(
        token,
        "has no operator between `" + tokens.get(pos - 1).text() + "` and `" + token.text() + "`",
        remedy);
  }

  private static Operator operator(Token token) {
    for (var operator : Operator.values()) {
      if (operator.symbol().equals(token.text())) {
        return operator;
      }
    }
    throw new IllegalStateException(token.text());
  }

  private Token peek() {
    return tokens.get(pos);
  }

  private ConditionException fail(Token token, String what, String remedy) {
    return new ConditionException(
        "`%s` %s at column %d. %s".formatted(text, what, token.column(), remedy), token.column());
  }
}
