package io.dataflow.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A link from a page of the project to a file, a folder or a heading of it leads there. Addresses
/// elsewhere are not looked at: nothing here may need a network.
record Links(Path root) implements Rule {
  private static final Pattern LINK =
      Pattern.compile(
          "(?<!\\\\)\\]\\(\\s*<?([^)\\s>]+)[^)\\n]*\\)|\\b(?:src|srcset|href)=\"([^\"\\n]+)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");
  private static final Pattern CODE =
      Pattern.compile(
          "(?ms)^ *(`{3,}|~{3,}).*?^ *\\1`*~* *$|(?<!`)(`+)(?!`)[^\\n]*?(?<!`)\\2(?!`)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)(?: +#+)? *$");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N}_ -]");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.path().endsWith(".md")) {
      return Stream.empty();
    }
    var words = new SourceFile(file.path(), withoutCode(file.text()));
    return words
        .places(LINK)
        .filter(place -> !ELSEWHERE.matcher(target(place)).matches())
        .filter(place -> !leads(file, target(place)))
        .map(
            place ->
                words.problem(
                    place,
                    "the link `" + target(place) + "` leads nowhere",
                    "Correct it; paths start at the page's own folder, and a heading's anchor is in"
                        + " lower case with `-` for blanks"));
  }

  private static String target(MatchResult place) {
    return place.group(1) == null ? place.group(2) : place.group(1);
  }

  private boolean leads(SourceFile from, String target) {
    int hash = target.indexOf('#');
    var path = hash < 0 ? target : target.substring(0, hash);
    var page = root.resolve(from.path()).normalize();
    var file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (!file.startsWith(root.normalize()) || !path.isEmpty() && !Files.exists(file)) {
      return false;
    }
    var anchors = path.isEmpty() ? anchors(from.text()) : anchors(file);
    return hash < 0 || anchors.contains(target.substring(hash + 1));
  }

  private static Set<String> anchors(Path file) {
    try {
      return file.toString().endsWith(".md") ? anchors(Files.readString(file)) : Set.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> anchors(String page) {
    return HEADING
        .matcher(page)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /// What stands in code is shown and not linked; every line stays where it was.
  private static String withoutCode(String page) {
    return CODE.matcher(page).replaceAll(code -> code.group().replaceAll("[^\\n]", " "));
  }
}
