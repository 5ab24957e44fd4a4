package io.dataflow.api.condition;

import io.dataflow.api.json.JsonScalar;
import java.util.List;
import java.util.stream.Collectors;

/// A condition written anew from what it means, not from its text.
final class PrintedExpression {
  private PrintedExpression() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.And and -> joined(and.parts(), " && ");
      case Expression.Or or -> joined(or.parts(), " || ");
      case Expression.Not not -> "!" + inner(not.part());
      case Expression.Truthy truthy -> operand(truthy.operand());
      case Expression.Comparison it ->
          "%s %s %s".formatted(operand(it.left()), it.operator().symbol(), operand(it.right()));
    };
  }

  private static String joined(List<Expression> parts, String between) {
    return parts.stream().map(PrintedExpression::inner).collect(Collectors.joining(between));
  }

  private static String inner(Expression expression) {
    return switch (expression) {
      case Expression.And _, Expression.Or _ -> "(" + of(expression) + ")";
      case Expression.Not _, Expression.Truthy _, Expression.Comparison _ -> of(expression);
    };
  }

  private static String operand(Operand operand) {
    return switch (operand) {
      case Operand.Field field -> field.path().toString();
      case Operand.Known known ->
          known.keys().stream()
              .map(PrintedExpression::quoted)
              .map(key -> "[" + key + "]")
              .collect(Collectors.joining("", "metadata.", ""));
      case Operand.Value value -> value((JsonScalar) value.json());
    };
  }

  private static String value(JsonScalar value) {
    return switch (value.kind()) {
      case BOOLEAN, NULL -> value.toString();
      case STRING, NUMBER -> quoted(value.text());
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
