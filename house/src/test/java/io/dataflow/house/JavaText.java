package io.dataflow.house;

import java.util.regex.Pattern;

/// Reads Java just well enough to tell code from comments and literals.
final class JavaText {
  private static final String TEXT_BLOCK = "\"{3}.*?(?<!\\\\)\"{3}";
  private static final String STRING = "\"(?:\\\\.|[^\"\\\\\\n])*+\"";
  private static final String CHARACTER = "'(?:\\\\.|[^'\\\\\\n])++'";
  private static final String COMMENT = "//[^\\n]*+|/\\*.*?\\*/";
  private static final Pattern NOT_CODE =
      Pattern.compile(String.join("|", TEXT_BLOCK, STRING, CHARACTER, COMMENT), Pattern.DOTALL);
  private static final Pattern VISIBLE = Pattern.compile("[^\\n]");

  private JavaText() {}

  /// Keeps every line where it was: a comment becomes blanks, what a literal says becomes `_`.
  static String withoutCommentsAndLiterals(String java) {
    return NOT_CODE
        .matcher(java)
        .replaceAll(found -> blanked(found.group(), found.group().startsWith("/") ? " " : "_"));
  }

  private static String blanked(String text, String blank) {
    return VISIBLE.matcher(text).replaceAll(blank);
  }
}
