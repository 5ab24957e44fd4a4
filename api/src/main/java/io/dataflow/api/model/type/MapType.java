package io.dataflow.api.model.type;

/// An object with keys of the user's own choice, whose values are all of one type.
///
/// @param key what a key may be
/// @param most the most keys that it may have
public record MapType(ScalarType key, ValueType value, boolean notEmpty, int most)
    implements ValueType {
  @Override
  public String wanted() {
    return "an object";
  }
}
