package io.dataflow.api.transformation.option;

import io.dataflow.api.json.JsonText;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import java.util.Arrays;

/// What stands between the names that become one: mostly one character, but it may be more.
@Doc(value = "a text", example = "'_'")
@Matching("(.|\\n)+")
public final class Delimiter {
  private final String text;
  private final byte[] escaped;

  private Delimiter(String text) {
    this.text = text;
    var quoted = JsonText.quoted(text);
    this.escaped = Arrays.copyOfRange(quoted, 1, quoted.length - 1);
  }

  /// Takes the text as it is.
  ///
  /// @throws IllegalArgumentException when it is empty, because then `a.bc` and `ab.c` would have
  ///     one name
  public static Delimiter parse(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty. Give at least one character, for example `_`.");
    }
    return new Delimiter(text);
  }

  /// The text as it stands inside a JSON string. Not to be changed.
  public byte[] escaped() {
    return escaped;
  }

  /// The text.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Delimiter it && it.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
