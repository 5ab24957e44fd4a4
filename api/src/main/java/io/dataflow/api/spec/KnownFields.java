package io.dataflow.api.spec;

import io.dataflow.api.json.Renaming;
import io.dataflow.api.path.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known for certain of a message's fields at one place of the chain: which are gone, and
/// which alone are left. Where a step may do more than is known here, everything is forgotten.
final class KnownFields {
  private final Map<List<String>, String> gone = new HashMap<>();
  private Optional<Set<String>> left = Optional.empty();
  private String leaver = "";
  private Optional<Renamed> renamed = Optional.empty();

  /// All names are as a step has written them, at the top or on all levels.
  private record Renamed(Renaming names, boolean deep, String step) {
    boolean excludes(List<String> path) {
      return path.stream().limit(deep ? path.size() : 1).anyMatch(it -> !names.of(it).equals(it));
    }
  }

  /// Anything may be there.
  void forget() {
    gone.clear();
    left = Optional.empty();
    renamed = Optional.empty();
  }

  /// A step has given other names to what had not got them, and nothing else is known any more.
  void rename(Renaming names, boolean deep, String step) {
    forget();
    renamed = Optional.of(new Renamed(names, deep, step));
  }

  /// A step has taken this field out of every message. An element of an array has another in its
  /// place then.
  void take(Path field, String step) {
    var names = field.names();
    if (names.isPresent() && names.get().stream().noneMatch(KnownFields::isIndex)) {
      gone.put(names.get(), step);
    }
  }

  private static boolean isIndex(String name) {
    return name.chars().allMatch(Character::isDigit);
  }

  /// A step has left these fields at the top and no others.
  void leave(Set<String> names, String step) {
    left = Optional.of(names);
    leaver = step;
  }

  /// A step may have put something there, or somewhere in it.
  void put(Path field) {
    var names = field.names();
    if (left.isPresent() || names.isEmpty()) {
      forget();
      return;
    }
    // On all levels, because what is put there may be an object.
    renamed = renamed.filter(it -> !it.deep() && !it.excludes(names.get()));
    gone.keySet().removeIf(it -> startsWith(it, names.get()) || startsWith(names.get(), it));
  }

  /// What has seen to it that the path leads nowhere; empty when it may lead somewhere.
  Optional<String> taker(Path path) {
    var names = path.leadingNames();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    if (left.filter(it -> !it.contains(names.getFirst())).isPresent()) {
      return Optional.of(taken(leaver));
    }
    if (renamed.filter(it -> it.excludes(names)).isPresent()) {
      return renamed.map(it -> "`%s` gives it another name".formatted(it.step()));
    }
    return gone.entrySet().stream()
        .filter(it -> startsWith(names, it.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .map(KnownFields::taken);
  }

  private static String taken(String step) {
    return "`%s` takes it out".formatted(step);
  }

  private static boolean startsWith(List<String> names, List<String> with) {
    return names.size() >= with.size() && names.subList(0, with.size()).equals(with);
  }
}
