package io.dataflow.api.property;

/// Paths to fields that [AnyMessages] have, and to some that they have not.
final class AnyPath {
  private AnyPath() {}

  /// One that leads to one place.
  static String singular(Chance chance) {
    return start(chance) + chance.some(1, 3, ".", () -> name(chance)) + chance.one("", "", "[0]");
  }

  /// One that can be written to.
  static String writable(Chance chance) {
    return chance.oncePer(3)
        ? start(chance) + name(chance) + chance.one(".#", "[*]", ".#.b", ".#.c.#", ".1", ".#.0.a")
        : singular(chance);
  }

  /// Any that can be read.
  static String readable(Chance chance) {
    return chance.oncePer(4)
        ? start(chance)
            + name(chance)
            + chance.one(".*", ".n?", ".#(a==1)", ".#(b)#", ".#(a>\"x\")#.c", ".#", ".#(#.a)")
        : writable(chance);
  }

  private static String start(Chance chance) {
    return chance.one("", "", "$.");
  }

  private static String name(Chance chance) {
    return chance.one("a", "a", "b", "c", "id", "name", "a b", "ž", "🙂", "0", "x\\.y", "Ab", "1");
  }
}
