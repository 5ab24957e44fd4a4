package io.dataflow.api.json;

import java.util.Arrays;
import java.util.HashMap;

/// The names that two shapes share.
final class SharedNames {
  private static final int COMPARISONS = 1024;

  private SharedNames() {}

  /// Where a shape has each name of another one; -1 for a name that it has not.
  static int[] places(Shape shape, Shape names) {
    var places = new int[names.size()];
    if ((long) shape.size() * places.length <= COMPARISONS) {
      Arrays.setAll(places, i -> shape.indexOf(names.name(i)));
      return places;
    }
    // A shape that is too large to be kept would search all of its names for each.
    var known = new HashMap<String, Integer>();
    for (int i = 0; i < shape.size(); i++) {
      known.put(shape.name(i), i);
    }
    Arrays.setAll(places, i -> known.getOrDefault(names.name(i), -1));
    return places;
  }
}
