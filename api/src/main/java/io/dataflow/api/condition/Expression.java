package io.dataflow.api.condition;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Message;
import io.dataflow.api.path.Operator;
import java.util.List;

/// A condition in parts.
public sealed interface Expression {

  /// Whether the message fulfils it.
  boolean holds(Message message);

  /// Whether the answer depends on the message's body.
  boolean readsBody();

  /// All of them hold: `&&`.
  record And(List<Expression> parts) implements Expression {
    @Override
    public boolean holds(Message message) {
      for (var part : parts) {
        if (!part.holds(message)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean readsBody() {
      return parts.stream().anyMatch(Expression::readsBody);
    }
  }

  /// At least one of them holds: `||`.
  record Or(List<Expression> parts) implements Expression {
    @Override
    public boolean holds(Message message) {
      for (var part : parts) {
        if (part.holds(message)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean readsBody() {
      return parts.stream().anyMatch(Expression::readsBody);
    }
  }

  /// It does not hold: `!`. So it holds, too, when a path in it is missing.
  record Not(Expression part) implements Expression {
    @Override
    public boolean holds(Message message) {
      return !part.holds(message);
    }

    @Override
    public boolean readsBody() {
      return part.readsBody();
    }
  }

  /// A value by itself: whether it counts as true, see [Truth]; what is missing does not.
  record Truthy(Operand operand) implements Expression {
    @Override
    public boolean holds(Message message) {
      var value = operand.of(message);
      return value.isPresent() && Truth.of(value.get());
    }

    @Override
    public boolean readsBody() {
      return operand instanceof Operand.Field;
    }
  }

  /// Two values compared by their text forms; false when one of them is missing, also for `!=`.
  record Comparison(Operand left, Operator operator, Operand right) implements Expression {
    @Override
    public boolean holds(Message message) {
      var one = left.of(message);
      if (one.isEmpty()) {
        return false;
      }
      if (right instanceof Operand.Value constant) {
        return operator.holds(TextForm.of(one.get()), constant.form());
      }
      var other = right.of(message);
      return other.isPresent() && holds(one.get(), other.get());
    }

    @Override
    public boolean readsBody() {
      return left instanceof Operand.Field || right instanceof Operand.Field;
    }

    private boolean holds(Json one, Json other) {
      return operator.holds(TextForm.of(one), TextForm.of(other));
    }
  }
}
