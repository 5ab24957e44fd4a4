package io.dataflow.runtime.connector.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/// The records of a part that a store need not send to know that they cannot be written.
public final class Refusals {
  private final boolean stopsAtFirst;
  private final List<Integer> places = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  /// @param stopsAtFirst whether nothing may be written behind such a record
  public Refusals(boolean stopsAtFirst) {
    this.stopsAtFirst = stopsAtFirst;
  }

  /// Takes note of one; the others are to be written.
  ///
  /// @param place which message of the part, from 0; ever greater
  /// @throws PartRefusedException when nothing may be written behind it; then nothing of the part
  ///     is to be written
  public void add(int place, Refusal refusal) throws PartRefusedException {
    if (stopsAtFirst) {
      throw new PartRefusedException(refusal, OptionalInt.of(place), true);
    }
    places.add(place);
    refusals.add(refusal);
  }

  /// Forgets all: the part is tried anew.
  public void clear() {
    places.clear();
    refusals.clear();
  }

  /// How many there are.
  public int size() {
    return places.size();
  }

  void forEach(BiConsumer<Integer, Refusal> each) {
    for (int i = 0; i < places.size(); i++) {
      each.accept(places.get(i), refusals.get(i));
    }
  }
}
