package io.dataflow.house;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file of the project with its path from the root (`api/src/main/java/…`) and its text.
record SourceFile(String path, String text) {

  boolean isJava() {
    return path.endsWith(".java");
  }

  boolean isTest() {
    return path.contains("/src/test/");
  }

  /// Whether it is Java that users run.
  boolean isMain() {
    return isJava() && path.contains("/src/main/java/");
  }

  /// The folder that it lies in.
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// Its name without the folder.
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The module that a Java file belongs to: the folder of its module, or of the module around
  /// that.
  String module() {
    return path.contains("/src/") ? path.substring(0, path.indexOf('/')) : "";
  }

  /// The Java text with comments and literals blanked out, every line where it was.
  SourceFile code() {
    return new SourceFile(path, JavaText.withoutCommentsAndLiterals(text));
  }

  Stream<MatchResult> places(Pattern pattern) {
    return pattern.matcher(text).results();
  }

  /// A problem at the place; `{}` in `what` stands for the text that was found there.
  Problem problem(MatchResult place, String what, String remedy) {
    var found = place.group().strip().replaceAll("\\s+", " ");
    return new Problem(path, lineOf(place.start()), what.replace("{}", found), remedy);
  }

  private int lineOf(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
