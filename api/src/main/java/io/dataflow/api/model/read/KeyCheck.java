package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.yaml.YamlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The keys of one object against those that it may have. Which keys a later version will have is
/// asked only when there is an unknown one: reading annotations takes time, and a start has little.
final class KeyCheck {
  private final List<String> known;
  private final Supplier<List<String>> later;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> meant = new HashSet<>();

  KeyCheck(List<String> known, Supplier<List<String>> later) {
    this.known = known;
    this.later = later;
  }

  /// Looks at all keys but those that `home` knows a better place for, or that are ignored.
  void check(YamlObject object, String path, KeyHome home) {
    for (var key : object.fields().keySet()) {
      if (!known.contains(key) && !home.ignores(key)) {
        problems.add(new Problem(YamlPath.field(path, key), message(key, object, home.of(key))));
      }
    }
  }

  private String message(String key, YamlObject object, Optional<String> home) {
    if (later.get().contains(key)) {
      return "`" + key + "` is not in this version yet. " + Words.there(known);
    }
    if (home.isPresent()) {
      return "not a key of this object. " + home.get();
    }
    if (key.equals("<<")) {
      return "merging is not read here. Write the keys out.";
    }
    var free = known.stream().filter(name -> object.get(name).isEmpty()).toList();
    var nearest = Words.nearest(key, free);
    nearest.ifPresent(meant::add);
    return "unknown key. "
        + nearest.map(name -> "Did you mean `" + name + "`?").orElseGet(() -> Words.there(known));
  }

  /// What is wrong.
  List<Problem> problems() {
    return problems;
  }

  /// Whether an unknown key was most likely meant to be this one.
  boolean meant(String key) {
    return meant.contains(key);
  }

  /// Where keys belong that an object does not know.
  interface KeyHome {
    /// What to do with the key, when it has its place elsewhere.
    Optional<String> of(String key);

    /// Whether the key may stand here unread.
    default boolean ignores(String key) {
      return false;
    }
  }
}
