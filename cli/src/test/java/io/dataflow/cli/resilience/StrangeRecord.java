package io.dataflow.cli.resilience;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A record that no producer should send and some do. Its name is its key, and its `id` where it
/// has one.
record StrangeRecord(String name, byte[] body) {
  private static final int LONG = 8 << 20;
  private static final int DEEP = 10_000;

  /// All of them, with sound ones before, between and behind them.
  static List<StrangeRecord> all() {
    var strange = Stream.of(bodies(), numbers(), texts(), shapes()).flatMap(List::stream).toList();
    var sound = sound(strange.size() + 1);
    return Stream.concat(
            IntStream.range(0, strange.size())
                .boxed()
                .flatMap(i -> Stream.of(sound.get(i), strange.get(i))),
            Stream.of(sound.getLast()))
        .toList();
  }

  private static List<StrangeRecord> sound(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("sound-" + i, "\"text\":\"nothing is wrong with me\""))
        .toList();
  }

  /// What is no JSON object at all.
  private static List<StrangeRecord> bodies() {
    return List.of(
        of("not-json", "hello, world"),
        of("half", "{\"id\":\"half\",\"text\":"),
        of("empty", ""),
        of("blank", " \n\t "),
        new StrangeRecord("tombstone", null),
        of("null", "null"),
        of("text", "\"a text\""),
        of("number", "42"),
        of("array", "[{\"id\":\"array\"}]"),
        of("empty-object", "{}"),
        of("byte-order-mark", "\uFEFF{\"id\":\"byte-order-mark\"}"),
        of("trailing", "{\"id\":\"trailing\"} and more"),
        of("zero-bytes", "\0\0\0"),
        new StrangeRecord("bytes", new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x80, 0, 1}));
  }

  private static List<StrangeRecord> numbers() {
    return List.of(
        row("65-bits", "\"amount\":36893488147419103232"),
        row("many-digits", "\"amount\":123456789012345678901234567890.123456789012345678901"),
        row("fraction", "\"amount\":0.1"),
        row("exponent", "\"amount\":1.5e30"),
        row("too-great", "\"amount\":1e200000"),
        row("far-too-great", "\"amount\":1e2147483648"),
        row("minus-zero", "\"amount\":-0.0"),
        row("not-a-number", "\"amount\":NaN"),
        row("number-as-text", "\"amount\":\"12.50\""),
        row("no-number", "\"amount\":\"much\""));
  }

  private static List<StrangeRecord> texts() {
    return List.of(
        row("zero", "\"text\":\"a\\u0000b\""),
        row("zero-in-json", "\"doc\":{\"a\\u0000\":\"\\u0000\"}"),
        row("zero-raw", "\"text\":\"a\0b\""),
        row("half-pair", "\"text\":\"\\ud83d\""),
        row("half-pair-in-json", "\"doc\":\"\\udc4b\""),
        row("pair", "\"text\":\"\\ud83d\\udc4b\""),
        row("line-ends", "\"text\":\"a\\r\\n\\\\.\\n\\tb\""),
        bytes("invalid-utf8", (byte) 0xff),
        bytes("cut-utf8", (byte) 0xe2, (byte) 0x82),
        bytes("surrogate-utf8", (byte) 0xed, (byte) 0xa0, (byte) 0x80));
  }

  private static List<StrangeRecord> shapes() {
    var noise = new Random(7).ints(LONG, 'a', 'z' + 1).toArray();
    var text = new String(noise, 0, noise.length);
    return List.of(
        row("long", "\"text\":\"" + text + "\""),
        of("long-not-json", text),
        row("deep", "\"doc\":" + "[".repeat(DEEP) + "]".repeat(DEEP)),
        row("deep-objects", "\"doc\":" + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
        row("deep-unknown", "\"colour\":" + "[".repeat(10 * DEEP) + "]".repeat(10 * DEEP)),
        row("deep-text", "\"text\":" + "[".repeat(DEEP) + "]".repeat(DEEP)),
        of("deep-and-open", "[".repeat(DEEP)),
        of("very-deep-and-open", "{\"a\":".repeat(500_000)),
        row("twice", "\"text\":\"first\",\"text\":\"second\""),
        row("unknown", "\"colour\":\"red\""),
        row("shape", "\"text\":{\"an\":[\"object\"]}"));
  }

  private static StrangeRecord row(String name, String more) {
    return of(name, "{\"id\":\"" + name + "\"," + more + "}");
  }

  private static StrangeRecord of(String name, String body) {
    return new StrangeRecord(name, body.getBytes(StandardCharsets.UTF_8));
  }

  private static StrangeRecord bytes(String name, byte... text) {
    var head = ("{\"id\":\"" + name + "\",\"text\":\"").getBytes(StandardCharsets.UTF_8);
    var body = Arrays.copyOf(head, head.length + text.length + 2);
    System.arraycopy(text, 0, body, head.length, text.length);
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';
    return new StrangeRecord(name, body);
  }

  ProducerRecord<byte[], byte[]> to(String topic) {
    return new ProducerRecord<>(topic, name.getBytes(StandardCharsets.UTF_8), body);
  }
}
