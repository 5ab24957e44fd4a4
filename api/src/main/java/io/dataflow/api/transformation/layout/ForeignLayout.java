package io.dataflow.api.transformation.layout;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a layout has of the notations of other languages, `yyyy` or `%Y`. To Go it is text that
/// stands in every time as it is, and nobody means that.
final class ForeignLayout {
  private static final Pattern SIGN =
      Pattern.compile(
          "%[a-zA-Z]|(?<![a-zA-SU-Z])(?:([yYMdDHhmsS])\\1+)+(?![a-zA-SU-Y])", Pattern.DOTALL);

  private ForeignLayout() {}

  /// The first such place, if there is one.
  static Optional<MatchResult> in(String layout) {
    return SIGN.matcher(layout).results().findFirst();
  }
}
