package io.dataflow.cli.explain;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.condition.Expression;
import io.dataflow.api.condition.Operand;
import io.dataflow.api.json.Json;
import io.dataflow.api.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a condition says of a message, and what it looked at.
///
/// @param label the route that the condition is of: `route-0`; empty for the one of a step
/// @param found the value of each path in the condition, in the order of its text; empty where the
///     message has none
public record Answer(
    String label, Condition condition, boolean holds, Map<String, Optional<Json>> found) {

  /// Asks the condition.
  static Answer of(String label, Condition condition, Message message) {
    var found = new LinkedHashMap<String, Optional<Json>>();
    operands(condition.expression())
        .forEach(
            operand -> {
              switch (operand) {
                case Operand.Field field -> found.put(field.path().toString(), operand.of(message));
                case Operand.Known(var keys) ->
                    found.put("metadata." + String.join(".", keys), operand.of(message));
                case Operand.Value _ -> {
                  // It stands in the condition.
                }
              }
            });
    return new Answer(label, condition, condition.holds(message), found);
  }

  private static Stream<Operand> operands(Expression expression) {
    return switch (expression) {
      case Expression.And(var parts) -> operands(parts);
      case Expression.Or(var parts) -> operands(parts);
      case Expression.Not(var part) -> operands(part);
      case Expression.Truthy(var operand) -> Stream.of(operand);
      case Expression.Comparison comparison -> Stream.of(comparison.left(), comparison.right());
    };
  }

  private static Stream<Operand> operands(List<Expression> parts) {
    return parts.stream().flatMap(Answer::operands);
  }
}
