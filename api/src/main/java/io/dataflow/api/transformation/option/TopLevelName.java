package io.dataflow.api.transformation.option;

import io.dataflow.api.json.JsonText;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;

/// The name of a field of the root object. It is no path: whatever it holds is meant as it stands.
@Doc(value = "a name without a dot", example = "record")
@Matching("[^.]+")
public final class TopLevelName {
  private final String name;
  private final byte[] quoted;

  private TopLevelName(String name) {
    this.name = name;
    this.quoted = JsonText.quoted(name);
  }

  /// Takes the name as it is.
  ///
  /// @throws IllegalArgumentException when there is a dot in it, as in a path to a nested field
  public static TopLevelName parse(String name) {
    int dot = name.indexOf('.');
    if (dot >= 0) {
      throw new IllegalArgumentException(
          "`%s` has a dot at column %d, and the field cannot be a nested one. Give a plain name, for"
                  .formatted(name, dot + 1)
              + " example `record`.");
    }
    return new TopLevelName(name);
  }

  /// The name as it stands in JSON, quotes included. Not to be changed.
  public byte[] quoted() {
    return quoted;
  }

  /// The name.
  @Override
  public String toString() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TopLevelName it && it.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
