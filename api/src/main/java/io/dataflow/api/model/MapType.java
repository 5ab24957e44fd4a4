package io.dataflow.api.model;

/// An object with keys of the user's own choice, whose values are all of one type.
public record MapType(ValueType value) implements ValueType {
  @Override
  public String wanted() {
    return "an object";
  }
}
