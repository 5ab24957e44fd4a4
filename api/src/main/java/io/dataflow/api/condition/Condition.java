package io.dataflow.api.condition;

import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.rule.Rule;

/// A predicate on a message: what `filter.condition`, a route's `condition` and a step's `when`
/// hold (`docs/conditions-and-paths.md`). Parsed once, at start.
///
/// @param text the text it was parsed from: the name of a route in metrics and metadata
/// @param expression what the text means
@Doc(value = "a condition", example = "$.status == 'paid'")
@Rule(cel = "self.trim() != ''", message = "empty. Write what must hold.")
@Rule(
    cel = "!self.matches('(^|[^\\\\\\\\])[=!<>&|(]\\\\s*$')",
    message = "ends after an operator. Put a value there, for example `$.a == 'x'`.")
@Rule(
    cel = "!self.matches('^[^\\'\"#\\\\[\\\\\\\\]*[^=!<>\\'\"#\\\\[\\\\\\\\]=([^=]|$)')",
    message = "has `=` alone. Write `==`.")
@Rule(
    cel = "!self.matches('^[^\\'\"\\\\\\\\]*(\\'[^\\']*|\"[^\"]*)$')",
    message = "has a quote that is not closed. Put one behind the value.")
@Rule(
    cel = "!self.matches('^[^\\'\"#\\\\[\\\\\\\\]*[^=!<>&|(\\\\s]\\\\s+(and|or|AND|OR)\\\\s')",
    message = "has no operator there. Write `&&` for `and`, `||` for `or`.")
public record Condition(String text, Expression expression) {

  /// Reads a condition.
  ///
  /// @throws ConditionException when it is none
  public static Condition parse(String text) {
    return new Condition(text, new ConditionParser(text).expression());
  }

  /// Whether the message fulfils it. What is not JSON has no fields: every path in it is missing.
  public boolean holds(Message message) {
    return expression.holds(message);
  }

  /// Whether the answer depends on the message's body, and not on its metadata alone.
  public boolean readsBody() {
    return expression.readsBody();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition condition && condition.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
