package io.dataflow.api.model.type;

/// A list whose items are all of one type.
///
/// @param most the most items that it may have
/// @param key the key that tells its items apart; empty when their places do
public record ListType(ValueType item, boolean notEmpty, int most, String key)
    implements ValueType {
  @Override
  public String wanted() {
    return "a list";
  }
}
