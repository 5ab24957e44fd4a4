package io.dataflow.api.transformation.option;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import io.dataflow.api.path.PathException;
import io.dataflow.api.path.Quotes;
import io.dataflow.api.path.SingularPath;

/// Where a value is and where it goes: `old:new`, two paths with a colon between. The first colon
/// that is not in brackets or behind a backslash divides them.
@Doc(value = "a rename, `old:new`", example = "customer.name:buyer")
@Matching("(.|\\n)+:(.|\\n)+")
public final class Rename {
  private final String text;
  private final SingularPath from;
  private final SingularPath to;

  private Rename(String text, SingularPath from, SingularPath to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /// Reads a rename.
  ///
  /// @throws IllegalArgumentException when there is no colon in it, or a part is no path of one
  ///     field
  public static Rename parse(String text) {
    int colon = colon(text);
    if (colon < 0) {
      throw new IllegalArgumentException(
          "`%s` is no rename, because it has no `:`. Write the old path and the new one, for example"
                  .formatted(text)
              + " `customer.name:buyer`.");
    }
    try {
      var from = SingularPath.parse(text.substring(0, colon).strip());
      return new Rename(text, from, SingularPath.parse(text.substring(colon + 1).strip()));
    } catch (PathException e) {
      throw new IllegalArgumentException("`%s`: %s".formatted(text, e.getMessage()), e);
    }
  }

  private static int colon(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        i = Math.max(i, Quotes.closing(text, i + 1, '[', ']'));
      }
    }
    return -1;
  }

  /// Whether both paths are the same, however they are written.
  public boolean changesNothing() {
    return from.names().equals(to.names());
  }

  /// Where the value is.
  public SingularPath from() {
    return from;
  }

  /// Where it goes.
  public SingularPath to() {
    return to;
  }

  /// The rename as it was written.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rename rename && rename.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
