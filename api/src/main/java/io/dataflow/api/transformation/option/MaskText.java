package io.dataflow.api.transformation.option;

import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.model.Doc;

/// What stands in the place of each hidden character: mostly one character, but it may be more.
@Doc(value = "a text", example = "'*'")
public final class MaskText {
  private static final int FIXED_LENGTH = 3;
  private static final int READY = 65;

  private final String text;
  private final JsonScalar[] ready = new JsonScalar[READY];

  private MaskText(String text) {
    this.text = text;
    for (int i = 0; i < READY; i++) {
      ready[i] = JsonScalar.of(text.repeat(i));
    }
  }

  /// Takes the text as it is.
  ///
  /// @throws IllegalArgumentException when it is empty, because nothing would be left to see that
  ///     something is hidden
  public static MaskText parse(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty. Give at least one character, for example `*`.");
    }
    return new MaskText(text);
  }

  /// The JSON that hides so many characters.
  public JsonScalar of(int characters) {
    return characters < READY ? ready[characters] : JsonScalar.of(text.repeat(characters));
  }

  /// The JSON that hides even how many characters there were.
  public JsonScalar ofFixedLength() {
    return ready[FIXED_LENGTH];
  }

  /// The text for one character.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MaskText mask && mask.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
