package io.dataflow.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A body stays its own bytes for as long as it can.
class MessageTest {
  private static final Metadata NONE = Metadata.of(Map.of());

  @Test
  void nobodyTouchesItsBytes() {
    var body = utf8(" {\"a\" : 1} \n");
    var message = new Message(body, NONE);
    assertThat(message.bytes()).isSameAs(body);
    assertThat(message.json()).isPresent();
    assertThat(message.isUnchanged()).isTrue();
    assertThat(message.bytes()).isSameAs(body);
  }

  @Test
  void aChangeIsWrittenAndTheOriginalIsKept() {
    var message = new Message(utf8("{\"a\":1}"), NONE);
    ((JsonObject) message.json().orElseThrow()).put("a", JsonScalar.of(2));
    var out = new Bytes(8);
    message.writeTo(out);
    assertThat(out).hasToString("{\"a\":2}");
    assertThat(message.isUnchanged()).isFalse();
    assertThat(message.original()).isEqualTo(utf8("{\"a\":1}"));
  }

  @Test
  void whatIsNotJsonSaysWhy() {
    assertThat(new Message(utf8("{\"a\":}"), NONE).problem())
        .isEqualTo("the body is not JSON: expected a value at byte 5");
    assertThat(new Message(new byte[0], NONE).problem()).isEqualTo("the body is empty");
    assertThat(new Message(utf8("{}"), NONE).problem()).isEmpty();
  }

  @Test
  void aTombstoneIsNotAnEmptyBody() {
    var tombstone = new Message(null, NONE);
    assertThat(tombstone.isTombstone()).isTrue();
    assertThat(tombstone.json()).isEmpty();
    assertThat(tombstone.bytes()).isEmpty();
    assertThat(new Message(new byte[0], NONE).isTombstone()).isFalse();
  }

  @Test
  void childrenKeepOriginalAndWay() {
    Destination destination = () -> "$.a";
    var message = new Message(utf8("[1,2]"), NONE);
    message.sendTo(destination);
    var child = message.child(Json.parse(utf8("1")));
    assertThat(child.bytes()).isEqualTo(utf8("1"));
    assertThat(child.original()).isEqualTo(utf8("[1,2]"));
    assertThat(child.destination()).containsSame(destination);
    message.replace(JsonScalar.NULL);
    assertThat(message.bytes()).isEqualTo(utf8("null"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
