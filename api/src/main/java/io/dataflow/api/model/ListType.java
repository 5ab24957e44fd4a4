package io.dataflow.api.model;

/// A list whose items are all of one type.
public record ListType(ValueType item, boolean notEmpty) implements ValueType {
  @Override
  public String wanted() {
    return "a list";
  }
}
