package io.dataflow.api.transformation.option;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.PathException;

/// Which header goes into which field: `X-Request-Id:trace.id`. The first colon ends the header's
/// name.
///
/// @param header its name, in the case in which it stands in the message
@Doc(value = "a header's name, a colon and a path", example = "X-Request-Id:trace.id")
@Matching("[^:]+:(.|\\n)+")
public record HeaderMapping(String header, FieldPath field) {

  /// Reads a mapping.
  ///
  /// @throws IllegalArgumentException when a part of it is missing or the path is none
  public static HeaderMapping parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "`"
              + text
              + "` has no colon. Write the header and the field, for example `"
              + text
              + ":headers.id`.");
    }
    if (colon == 0 || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "`%s` has no %s its colon. Write the header and the field, for example %s."
              .formatted(
                  text, colon == 0 ? "header before" : "field behind", "`X-Request-Id:trace.id`"));
    }
    try {
      return new HeaderMapping(
          text.substring(0, colon), FieldPath.parse(text.substring(colon + 1)));
    } catch (PathException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The mapping as it was written.
  @Override
  public String toString() {
    return header + ":" + field;
  }
}
