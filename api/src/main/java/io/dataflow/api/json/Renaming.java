package io.dataflow.api.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Gives fields other names, by a rule that looks at the name alone. Of fields whose names become
/// equal the last one counts. What has its new name already stays the bytes it was.
///
/// The fields of one object are renamed by the [Shape] that it shares with others: worked out once,
/// after that it costs an object one look-up. All levels are renamed in one pass over the bytes.
public final class Renaming {
  private static final int SHAPES_KNOWN = 256;

  private final UnaryOperator<String> rule;

  // Read and written by several threads without a lock: what it refers to never changes, so the
  // worst that can happen is that a shape is worked out twice.
  private final Plan[] known = new Plan[SHAPES_KNOWN];

  /// A renaming by this rule.
  public Renaming(UnaryOperator<String> rule) {
    this.rule = rule;
  }

  /// What a name becomes.
  public String of(String name) {
    return rule.apply(name);
  }

  /// Renames the fields of an object; those of what is in it keep their names.
  public void fields(JsonObject object) {
    var shape = object.shape();
    int place = System.identityHashCode(shape) & SHAPES_KNOWN - 1;
    var plan = known[place];
    if (plan == null || plan.from != shape) {
      plan = plan(shape);
      if (shape.isShared()) {
        known[place] = plan;
      }
    }
    if (plan.to != shape) {
      object.rename(plan.to, plan.fields);
    }
  }

  /// The value with all fields of all its levels renamed; empty when none has to be. Depth costs no
  /// stack.
  public Optional<Json> everywhere(Json value) {
    return new NameEdits(value.toBytes(), rule).edited();
  }

  private Plan plan(Shape shape) {
    var fields = new LinkedHashMap<String, Integer>();
    boolean changes = false;
    for (int i = 0; i < shape.size(); i++) {
      var name = shape.name(i);
      var renamed = rule.apply(name);
      changes |= !renamed.equals(name);
      fields.remove(renamed);
      fields.put(renamed, i);
    }
    if (!changes) {
      return new Plan(shape, shape, new int[0]);
    }
    var names = new ArrayList<byte[]>(fields.size());
    fields.forEach((name, i) -> names.add(quoted(name, shape, i)));
    var order = fields.values().stream().mapToInt(Integer::intValue).toArray();
    return new Plan(shape, Shape.of(names), order);
  }

  /// As it stands where it stays the same, because not every name is written in one way only.
  private static byte[] quoted(String name, Shape shape, int index) {
    return shape.name(index).equals(name) ? shape.quotedName(index) : JsonText.quoted(name);
  }

  /// What becomes of a shape.
  ///
  /// @param fields which field of the old shape each one of the new shape is
  private record Plan(Shape from, Shape to, int[] fields) {}
}
