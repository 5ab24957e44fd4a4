package io.dataflow.runtime.camel;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.sink.BreakableTarget;
import io.dataflow.runtime.contract.sink.GuardedTarget;
import io.dataflow.runtime.contract.sink.SinkFixture;
import io.dataflow.runtime.contract.sink.SinkTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// HTTP servers for the cases of a sink, one for each target.
final class HttpSinkFixture implements SinkFixture {
  private static final String POISON = "poison-";

  @Override
  public String type() {
    return "camel";
  }

  @Override
  public Map<Capability, String> without() {
    return Map.of(
        Capability.FIXED_FIELDS, "A server takes any body.",
        Capability.AUTO_CREATE, "There is nothing to create.",
        Capability.UPSERT, "What a request changes is the server's.",
        Capability.PARTIAL_UPSERT, "What a request changes is the server's.",
        Capability.UNIQUE_KEYS, "A request has no key.",
        Capability.REPEATS, "A request that comes again is one more.",
        Capability.STORED_POSITIONS, "A server stores no position.",
        Capability.SCHEMAS, "Servers know no schemas.");
  }

  private record HttpTarget(HttpPeer peer) implements SinkTarget {
    @Override
    public String name() {
      return peer.address();
    }

    @Override
    public String config() {
      return "attempts: 1, uri: '" + peer.address() + "/'";
    }

    @Override
    public List<StoredRecord> records() {
      return peer.bodies().stream().map(StoredRecord::of).toList();
    }

    @Override
    public List<Integer> ids() {
      return records().stream().map(StoredRecord::id).toList();
    }
  }

  private static SinkTarget answering(Function<String, HttpPeer.Answer> answers) {
    try {
      return new HttpTarget(new HttpPeer(answers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SinkTarget target(List<Field> fields) {
    return answering(_ -> new HttpPeer.Answer(200, ""));
  }

  @Override
  public SinkTarget strict() {
    return answering(
        body -> {
          int at = body.indexOf(POISON);
          return at < 0
              ? new HttpPeer.Answer(200, "")
              : new HttpPeer.Answer(body.startsWith("0", at + POISON.length()) ? 400 : 422, body);
        });
  }

  @Override
  public String poison(int kind, int id, String content) {
    return "{\"id\":%d,\"note\":\"%s%s%d\"}".formatted(id, content, POISON, kind);
  }

  @Override
  public SinkTarget envelopes() {
    return target(List.of());
  }

  @Override
  public SinkTarget shortEnvelopes() {
    return answering(body -> new HttpPeer.Answer(body.length() > 10_000 ? 413 : 200, ""));
  }

  @Override
  public BreakableTarget breakable() {
    throw apart();
  }

  @Override
  public SinkTarget missing() {
    throw apart();
  }

  @Override
  public GuardedTarget guarded() {
    throw apart();
  }

  @Override
  public GuardedTarget wrongPassword(String password) {
    throw apart();
  }

  @Override
  public GuardedTarget forbidden() {
    throw apart();
  }

  @Override
  public SinkTarget inSchema() {
    throw apart();
  }

  @Override
  public void addField(SinkTarget target, Field field) {
    throw apart();
  }

  /// Outages and logins are in EndpointSinkTest and EndpointStepTest.
  private static UnsupportedOperationException apart() {
    return new UnsupportedOperationException("none of the cases that are kept asks for it");
  }
}
