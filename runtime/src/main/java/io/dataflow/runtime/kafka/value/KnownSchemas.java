package io.dataflow.runtime.kafka.value;

import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.avro.AvroReader;
import io.dataflow.runtime.kafka.registry.RegisteredSchemas;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/// What was worked out for the ids that records have named: those that were named last, as many as
/// there is room for. What the registry does not know is asked for again after a while. Used by one
/// thread.
final class KnownSchemas {
  private static final int SCHEMAS_MOST = 1000;
  private static final int CHARACTERS_MOST = 16 << 20;
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  private final RegisteredSchemas registry;
  private final Optional<Schema> wanted;
  private final Map<Integer, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private final Retry retry = new Retry();
  private Optional<UnavailableException> outage = Optional.empty();
  private long askAgainAt;
  private long characters;

  /// What is known of an id.
  sealed interface Known {
    /// How much room it takes.
    int characters();
  }

  /// @param characters of the schema it was made of
  record Readable(AvroReader reader, int characters) implements Known {}

  /// @param until when the registry is to be asked again, in nanoseconds
  record Unreadable(String reason, long until) implements Known {
    @Override
    public int characters() {
      return reason.length();
    }
  }

  /// @param wanted the schema whose fields all messages are to have; empty for their own
  KnownSchemas(RegisteredSchemas registry, Optional<Schema> wanted) {
    this.registry = registry;
    this.wanted = wanted;
  }

  Known of(int id) throws UnavailableException {
    var found = known.get(id);
    if (found == null || found instanceof Unreadable it && System.nanoTime() - it.until() > 0) {
      found = asked(id);
      keep(id, found);
    }
    return found;
  }

  /// Between two questions to a registry that does not answer lie the pauses of all outages,
  /// however often somebody asks.
  private Known asked(int id) throws UnavailableException {
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

  private Known made(int id) throws UnavailableException {
    try {
      var written = registry.byId(id);
      var reader = new AvroReader(written, wanted.orElse(written));
      return new Readable(reader, written.toString().length());
    } catch (RecordException e) {
      return unreadable(e.getMessage());
    } catch (AvroRuntimeException | StackOverflowError e) {
      return unreadable(
          "schema " + Integer.toUnsignedString(id) + " cannot be read as `avroSchema`");
    }
  }

  private static Unreadable unreadable(String reason) {
    return new Unreadable(reason, System.nanoTime() + UNKNOWN_FOR.toNanos());
  }

  private void keep(int id, Known made) {
    var before = known.put(id, made);
    characters += made.characters() - (before == null ? 0 : before.characters());
    var oldest = known.entrySet().iterator();
    while ((known.size() > SCHEMAS_MOST || characters > CHARACTERS_MOST) && oldest.hasNext()) {
      characters -= oldest.next().getValue().characters();
      oldest.remove();
    }
  }
}
