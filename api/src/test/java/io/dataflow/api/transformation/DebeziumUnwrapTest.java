package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.message.Header;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DebeziumUnwrapTest {
  private static final byte[] TOMBSTONE = null;

  private final List<String> reasons = new ArrayList<>();

  private List<Message> run(String step, byte[] body, Metadata metadata) {
    return Chain.of(List.of(OneStep.step(step)))
        .run(
            List.of(new Message(body, metadata)),
            Instant.EPOCH,
            (_, stage, reason) -> reasons.add(stage + ": " + reason));
  }

  @Test
  void takesTheRowOutOfItsEnvelope() {
    assertThat(
            OneStep.run(
                "{type: debeziumUnwrap, config: {addOperationFields: true}}",
                "{\"payload\":{\"op\":\"u\",\"before\":{\"id\":0},\"after\":{\"id\":1}}}"))
        .containsExactly("{\"id\":1,\"__op\":\"u\",\"__deleted\":\"false\"}");
  }

  @Test
  void whatTheSourceKnowsStaysBesideTheOperation() {
    var out =
        run(
            "{type: debeziumUnwrap, config: {includeSourceInMetadata: true}}",
            "{\"payload\":{\"op\":\"c\",\"after\":{},\"source\":{\"lsn\":7,\"r\":0.5,\"n\":null}}}"
                .getBytes(StandardCharsets.UTF_8),
            new Sourced());
    var message = out.getFirst();
    assertThat(message.metadata().asMap())
        .isEqualTo(
            Map.of("topic", "t", "operation", "insert", "source_lsn", 7L, "source_r", "0.5"));
    assertThat(message.metadata().timestamp()).contains(Instant.EPOCH);
    assertThat(message.metadata().key()).isPresent();
    assertThat(message.source().get("operation")).isEmpty();
    message.sendTo(() -> "somewhere");
    assertThat(message.metadata().timestamp()).contains(Instant.EPOCH);
    assertThat(message.child(message.json().orElseThrow()).metadata().get("operation"))
        .contains("insert");
  }

  @Test
  void aTombstoneWithoutAReadableKeyIsRejected() {
    var step = "{type: debeziumUnwrap, config: {inferDeleteFromTombstone: true}}";
    for (var key : List.of("not JSON", "5", "[1]")) {
      assertThat(run(step, TOMBSTONE, Metadata.of(Map.of("key", key)))).isEmpty();
    }
    assertThat(run(step, TOMBSTONE, Metadata.of(Map.of()))).isEmpty();
    assertThat(reasons)
        .hasSize(4)
        .containsOnly(
            "1:debeziumUnwrap: the message is empty and its key is no JSON object, so nobody knows"
                + " which row is gone. Let the key be JSON, or leave `inferDeleteFromTombstone`"
                + " out.");
  }

  @Test
  void rejectsAnEventWithoutItsRow() {
    assertThat(OneStep.run("{type: debeziumUnwrap}", "{\"payload\":{\"op\":\"d\",\"after\":{}}}"))
        .containsExactly(
            "1:debeziumUnwrap: `payload.before` has no row in it. Let the database log whole rows,"
                + " in PostgreSQL by `REPLICA IDENTITY FULL`, or keep such events away by `when`.");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(
            OneStep.problems(
                "{type: debeziumUnwrap, config: {snapshotOperation: upsert, addSourceFields: lsn,"
                    + " addOperationField: true}}"))
        .containsExactly(
            "step.config.snapshotOperation: `upsert` is not known. Did you mean"
                + " `insert`? There are `insert`, `update`.",
            "step.config.addSourceFields: wants a list, found text. Write for"
                + " example `addSourceFields: [lsn, table]`.",
            "step.config.addOperationField: unknown key. Did you mean" + " `addOperationFields`?");
  }

  private record Sourced() implements Metadata {
    @Override
    public Optional<Object> get(String key) {
      return Optional.ofNullable(asMap().get(key));
    }

    @Override
    public Map<String, Object> asMap() {
      return Map.of("topic", "t");
    }

    @Override
    public Optional<byte[]> key() {
      return Optional.of(new byte[] {1});
    }

    @Override
    public List<Header> headers() {
      return List.of();
    }

    @Override
    public Optional<Instant> timestamp() {
      return Optional.of(Instant.EPOCH);
    }
  }
}
