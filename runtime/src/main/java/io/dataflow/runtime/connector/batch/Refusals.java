package io.dataflow.runtime.connector.batch;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// The records of a part that a store has left out: it sees by itself that they cannot be written,
/// or its server has said so and written the others.
public final class Refusals {
  private final boolean stopsAtFirst;
  private final SortedMap<Integer, Refusal> refusals = new TreeMap<>();

  /// @param stopsAtFirst whether nothing may be written behind such a record
  public Refusals(boolean stopsAtFirst) {
    this.stopsAtFirst = stopsAtFirst;
  }

  /// Whether there may be more than one.
  public boolean takesSeveral() {
    return !stopsAtFirst;
  }

  /// Takes note of one; the others are to be written.
  ///
  /// @param place which message of the part, from 0
  /// @throws PartRefusedException when nothing may be written behind it; then nothing of the part
  ///     is to be written
  public void add(int place, Refusal refusal) throws PartRefusedException {
    if (stopsAtFirst) {
      throw new PartRefusedException(refusal, OptionalInt.of(place), true);
    }
    refusals.put(place, refusal);
  }

  /// Forgets all: the part is tried anew.
  public void clear() {
    refusals.clear();
  }

  /// How many there are.
  public int size() {
    return refusals.size();
  }

  /// In the order of the messages.
  void forEach(BiConsumer<Integer, Refusal> each) {
    refusals.forEach(each);
  }
}
