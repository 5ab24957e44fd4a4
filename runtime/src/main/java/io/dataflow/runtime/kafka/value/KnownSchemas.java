package io.dataflow.runtime.kafka.value;

import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was worked out for the ids that records have named: those that were named last, as many as
/// there is room for. What the registry does not know is asked for again after a while. Used by one
/// thread.
///
/// @param <T> what is worked out
final class KnownSchemas<T> {
  private static final int SCHEMAS_MOST = 1000;
  private static final int CHARACTERS_MOST = 16 << 20;
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  private final Question<T> question;
  private final Map<Integer, Known<T>> known = new LinkedHashMap<>(16, 0.75f, true);
  private final Retry retry = new Retry();
  private Optional<UnavailableException> outage = Optional.empty();
  private long askAgainAt;
  private long characters;

  /// What the registry is asked about an id.
  @FunctionalInterface
  interface Question<T> {
    /// What can be worked out.
    ///
    /// @throws RecordException when nothing can: the fault of the records that name the id
    /// @throws UnavailableException when the registry does not answer
    Readable<T> of(int id) throws UnavailableException;
  }

  /// What is known of an id.
  sealed interface Known<T> {
    /// How much room it takes.
    int characters();
  }

  /// @param characters how much room it takes
  record Readable<T>(T reader, int characters) implements Known<T> {}

  /// @param until when the registry is to be asked again, in nanoseconds
  record Unreadable<T>(String reason, long until) implements Known<T> {
    @Override
    public int characters() {
      return reason.length();
    }
  }

  KnownSchemas(Question<T> question) {
    this.question = question;
  }

  Known<T> of(int id) throws UnavailableException {
    var found = known.get(id);
    if (found == null || found instanceof Unreadable<T> it && System.nanoTime() - it.until() > 0) {
      found = asked(id);
      keep(id, found);
    }
    return found;
  }

  /// Between two questions to a registry that does not answer lie the pauses of all outages,
  /// however often somebody asks.
  private Known<T> asked(int id) throws UnavailableException {
    if (outage.isPresent() && System.nanoTime() - askAgainAt < 0) {
      throw outage.get();
    }
    try {
      var made = made(id);
      outage = Optional.empty();
      retry.reset();
      return made;
    } catch (UnavailableException e) {
      outage = Optional.of(e);
      askAgainAt = System.nanoTime() + retry.next().toNanos();
      throw e;
    }
  }

  private Known<T> made(int id) throws UnavailableException {
    try {
      return question.of(id);
    } catch (RecordException e) {
      return new Unreadable<>(e.getMessage(), System.nanoTime() + UNKNOWN_FOR.toNanos());
    }
  }

  private void keep(int id, Known<T> made) {
    var before = known.put(id, made);
    characters += made.characters() - (before == null ? 0 : before.characters());
    var oldest = known.entrySet().iterator();
    while ((known.size() > SCHEMAS_MOST || characters > CHARACTERS_MOST) && oldest.hasNext()) {
      characters -= oldest.next().getValue().characters();
      oldest.remove();
    }
  }
}
