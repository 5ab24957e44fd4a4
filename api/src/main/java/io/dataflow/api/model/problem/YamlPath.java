package io.dataflow.api.model.problem;

/// Where something stands in a manifest, as a person would say it: `spec.transformations[2].when`.
public final class YamlPath {
  private YamlPath() {}

  /// The path of an object's key.
  public static String field(String path, String key) {
    if (!isWord(key)) {
      return path + "[\"" + key + "\"]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  /// The path of a list's item, counted from 0.
  public static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  /// The path of what has a path of its own below another; either may be empty.
  public static String below(String path, String relative) {
    if (relative.isEmpty() || path.isEmpty()) {
      return path + relative;
    }
    return relative.startsWith("[") ? path + relative : path + "." + relative;
  }

  private static boolean isWord(String key) {
    return !key.isEmpty()
        && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }
}
