package io.dataflow.api.property;

import java.util.Optional;

/// Tries something on what chance makes: a fixed number of times, with the same seeds in each run.
/// What fails names its seed, and `-Dtries.seed=N` tries that one alone.
public final class Tries {
  private static final Optional<Long> AGAIN = Optional.ofNullable(Long.getLong("tries.seed"));

  private Tries() {}

  /// What is tried.
  @FunctionalInterface
  public interface Attempt {
    /// Fails when it does not hold for what this chance makes.
    void with(Chance chance);
  }

  /// Tries it so often.
  ///
  /// @throws AssertionError of the first that fails
  public static void of(int count, Attempt attempt) {
    if (AGAIN.isPresent()) {
      attempt(AGAIN.get(), attempt);
      return;
    }
    for (long seed = 1; seed <= count; seed++) {
      attempt(seed, attempt);
    }
  }

  private static void attempt(long seed, Attempt attempt) {
    try {
      attempt.with(new Chance(seed));
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError("seed %d: try it again with -Dtries.seed=%1$d".formatted(seed), e);
    }
  }
}
