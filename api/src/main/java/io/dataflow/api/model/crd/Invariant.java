package io.dataflow.api.model.crd;

import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.rule.Constraints;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.type.RecordModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of `x-kubernetes-validations`: the API server refuses an object of which it is not true.
///
/// @param path the field that is wrong otherwise, relative to where the rule stands; may be empty
/// @param message what is wrong and what to do; in CEL when `computed`
/// @param missing the field is wrong because it is not there
record Invariant(String cel, String path, String message, boolean computed, boolean missing) {
  private static final Pattern SELF = Pattern.compile("\\bself\\b");
  // `!has(self.key) || …`, or `!(has(self.key) && …) || …`.
  private static final Pattern FIRST =
      Pattern.compile(
          "^!(?=[(]?has[(]self[.](\\w+)[)])"
              + "(?:has[(]\\w+[.]\\w+[)]|[(]([^()|]*[(][^()]*[)])*[^()|]*[)]) [|][|] ");

  static Invariant of(Rule rule) {
    return wrong(rule.cel(), rule.path(), rule.message());
  }

  /// What the API server can say of a record as a whole.
  static List<Invariant> all(RecordModel record) {
    return Constraints.of(record).stream()
        .flatMap(it -> it.cel().map(cel -> wrong(cel, it.path(), it.message())).stream())
        .toList();
  }

  static Invariant wrong(String cel, String path, String message) {
    return new Invariant(cel, path, message, false, message.startsWith("missing"));
  }

  /// @param message CEL that makes the message
  static Invariant computed(String cel, String path, String message) {
    return new Invariant(cel, path, message, true, false);
  }

  /// The same of what stands below a key.
  Invariant below(String key) {
    var below = Matcher.quoteReplacement("self." + key);
    return new Invariant(
        SELF.matcher(cel).replaceAll(below),
        YamlPath.below(key, path),
        computed ? SELF.matcher(message).replaceAll(below) : message,
        computed,
        missing);
  }

  /// The same where it stands at the key of which alone it speaks.
  Invariant at(String key) {
    return new Invariant(cel.replace("self." + key, "self"), "", message, computed, missing);
  }

  /// The same, false when something else is.
  Invariant given(String condition) {
    return new Invariant(condition + " && (" + cel + ")", path, message, computed, missing);
  }

  /// The same, asked only when something else is not true.
  Invariant unless(String condition) {
    // Of what stands beside `||` only a choice binds less.
    var asked = cel.contains(" ? ") ? "(" + cel + ")" : cel;
    return new Invariant(condition + " || " + asked, path, message, computed, missing);
  }

  /// Whether it is true of every object that has not one of these keys: it begins with the question
  /// whether the key is there, and asks on only then.
  boolean asksFirstFor(Predicate<String> key) {
    var first = FIRST.matcher(cel);
    return !cel.contains(" ? ") && first.find() && key.test(first.group(1));
  }

  Map<String, Object> printed() {
    var printed = new LinkedHashMap<String, Object>();
    printed.put("rule", cel);
    printed.put(computed ? "messageExpression" : "message", message);
    if (!path.isEmpty()) {
      printed.put("fieldPath", "." + path);
    }
    if (missing) {
      printed.put("reason", "FieldValueRequired");
    }
    return printed;
  }
}
