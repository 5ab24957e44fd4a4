package io.dataflow.api.model.type;

import java.util.Optional;

/// An object with keys of the user's own choice, whose values are all of one type.
///
/// @param key the grammar of the keys, where they have one
/// @param notEmpty whether it must have a key
/// @param most the most keys that it may have
public record MapType(Optional<ParsedType> key, ValueType value, boolean notEmpty, int most)
    implements ValueType {
  @Override
  public String wanted() {
    return "an object";
  }
}
