package io.dataflow.house;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// No packages use each other in a circle, by however many others in between: each can be
/// understood, changed and tested without those that use it.
final class Circles implements Rule {
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern USE =
      Pattern.compile("(?<!package )\\b(io\\.dataflow(?:\\.[a-z]\\w*)+)\\.[A-Z]");

  private final Map<String, Set<String>> reached = new HashMap<>();

  Circles(List<SourceFile> files) {
    var uses =
        files.stream()
            .filter(SourceFile::isMain)
            .map(SourceFile::code)
            .collect(
                Collectors.groupingBy(
                    Circles::itself,
                    TreeMap::new,
                    Collectors.flatMapping(Circles::used, Collectors.toCollection(TreeSet::new))));
    uses.keySet().forEach(each -> reached.put(each, from(each, uses)));
  }

  private static Set<String> from(String start, Map<String, TreeSet<String>> uses) {
    var found = new HashSet<String>();
    var next = List.copyOf(uses.get(start));
    while (!next.isEmpty()) {
      next =
          next.stream()
              .filter(found::add)
              .flatMap(each -> uses.getOrDefault(each, new TreeSet<>()).stream())
              .toList();
    }
    return found;
  }

  private static String itself(SourceFile code) {
    return code.places(PACKAGE).map(place -> place.group(1)).findFirst().orElse("");
  }

  private static Stream<String> used(SourceFile code) {
    return code.places(USE).map(place -> place.group(1)).filter(use -> !use.equals(itself(code)));
  }

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isMain()) {
      return Stream.empty();
    }
    var code = file.code();
    var itself = itself(code);
    return code.places(USE)
        .filter(place -> !place.group(1).equals(itself))
        .filter(place -> reached.getOrDefault(place.group(1), Set.of()).contains(itself))
        .map(
            place ->
                code.problem(
                    place,
                    "`{}…` is of a package that uses this one",
                    "Move what both need into a package of its own, or turn one use round"));
  }
}
