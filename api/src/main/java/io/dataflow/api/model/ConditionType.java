package io.dataflow.api.model;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.yaml.YamlKind;

/// A condition on a message.
public record ConditionType() implements ScalarType {
  @Override
  public String wanted() {
    return "a condition";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return "$.status == 'paid'";
  }

  @Override
  public Condition parse(String text) throws RefusedException {
    return new Unread(text);
  }

  private record Unread(String text) implements Condition {
    @Override
    public boolean holds(Message message) {
      throw new UnsupportedOperationException("conditions cannot be read yet");
    }
  }
}
