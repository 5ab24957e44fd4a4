package io.dataflow.api.property;

/// Conditions on what [AnyMessages] hold.
final class AnyCondition {
  private AnyCondition() {}

  static String of(Chance chance) {
    return of(chance, 0);
  }

  private static String of(Chance chance, int depth) {
    return switch (chance.below(depth > 2 ? 3 : 6)) {
      case 0 -> field(chance);
      case 1 -> "metadata." + chance.one("topic", "headers.h", "operation", "none");
      case 2 ->
          field(chance) + " " + operator(chance) + " " + chance.one("1", "'x'", "null", "true");
      case 3 -> of(chance, depth + 1) + " && " + of(chance, depth + 1);
      case 4 -> "(" + of(chance, depth + 1) + " || " + of(chance, depth + 1) + ")";
      default -> "!(" + of(chance, depth + 1) + ")";
    };
  }

  private static String field(Chance chance) {
    // A blank would end the word.
    var path = AnyPath.readable(chance);
    return path.contains(" ") || path.contains("🙂") ? "$.a" : path;
  }

  private static String operator(Chance chance) {
    return chance.one("==", "!=", "<", "<=", ">", ">=");
  }
}
