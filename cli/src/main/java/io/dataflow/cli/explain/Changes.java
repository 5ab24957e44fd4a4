package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds what is different between two JSON documents, for a person: the order of fields and the
/// spelling of a text do not count, every digit of a number does.
final class Changes {
  /// Deeper down documents are compared as bytes, so that no nesting costs the stack.
  private static final int DEPTH_MAX = 100;

  private final List<Change> found = new ArrayList<>();

  private Changes() {}

  /// What has changed, in the order of the later document; what is gone comes first.
  ///
  /// @param root what paths begin with: `$`
  static List<Change> between(Json before, Json after, String root) {
    var changes = new Changes();
    changes.compare(before, after, root, 0);
    return withMoves(changes.found);
  }

  private void compare(Json before, Json after, String path, int depth) {
    if (isSame(before, after)) {
      return;
    }
    if (depth < DEPTH_MAX && before instanceof JsonObject one && after instanceof JsonObject two) {
      fields(one, two, path, depth + 1);
    } else if (depth < DEPTH_MAX
        && before instanceof JsonArray one
        && after instanceof JsonArray two) {
      elements(one, two, path, depth + 1);
    } else {
      found.add(new Change.Altered(path, before, after));
    }
  }

  private void fields(JsonObject before, JsonObject after, String path, int depth) {
    for (int i = 0; i < before.size(); i++) {
      var name = before.shape().name(i);
      if (after.get(name).isEmpty()) {
        found.add(new Change.Removed(path + step(name), before.value(i)));
      }
    }
    for (int i = 0; i < after.size(); i++) {
      var name = after.shape().name(i);
      var was = before.get(name);
      if (was.isEmpty()) {
        found.add(new Change.Added(path + step(name), after.value(i)));
      } else {
        compare(was.get(), after.value(i), path + step(name), depth);
      }
    }
  }

  /// What is the same at both ends of two arrays is left out, so that an element more or less in
  /// the middle does not make all behind it look changed.
  private void elements(JsonArray before, JsonArray after, String path, int depth) {
    int common = Math.min(before.size(), after.size());
    int start = 0;
    while (start < common && isSame(before.get(start), after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < common - start
        && before.size() != after.size()
        && isSame(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
      end++;
    }
    int endBefore = before.size() - end;
    int endAfter = after.size() - end;
    for (int i = start; i < Math.max(endBefore, endAfter); i++) {
      var at = path + "[" + i + "]";
      if (i >= endAfter) {
        found.add(new Change.Removed(at, before.get(i)));
      } else if (i >= endBefore) {
        found.add(new Change.Added(at, after.get(i)));
      } else {
        compare(before.get(i), after.get(i), at, depth);
      }
    }
  }

  static boolean isSame(Json one, Json two) {
    if (one instanceof JsonScalar left && two instanceof JsonScalar right) {
      return left.kind() == right.kind() && left.text().equals(right.text());
    }
    return Arrays.equals(one.toBytes(), two.toBytes());
  }

  private static List<Change> withMoves(List<Change> found) {
    var origins = new Origins(found);
    var changes = new ArrayList<Change>();
    for (var change : found) {
      changes.add(
          change instanceof Change.Added added
              ? origins.of(added).<Change>map(from -> added.movedFrom(from)).orElse(added)
              : change);
    }
    changes.removeIf(origins::explains);
    return changes;
  }

  /// A field's name as a step of a path.
  static String step(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*")
        ? "." + name
        : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }
}
