package io.dataflow.runtime.contract;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Records that cases write and read.
public final class Records {
  /// Stands in records for what must never be seen in a message or a log.
  public static final String CANARY = "CANARY-7f3a";

  /// Names that a careless statement breaks on.
  public static final List<String> NAMES =
      List.of(
          "Order Date",
          "select",
          "quo\"te",
          "it's",
          "semi;colon--",
          "größe",
          "日",
          "UPPER",
          "a.b",
          "%s",
          "$1",
          "?");

  private Records() {}

  /// Messages with these bodies, in a list that may be changed.
  public static List<Message> messages(Stream<String> bodies) {
    return bodies.map(Records::message).collect(Collectors.toCollection(ArrayList::new));
  }

  /// Messages with these bodies, in a list that may be changed.
  public static List<Message> messages(String... bodies) {
    return messages(Stream.of(bodies));
  }

  /// `{"id":7,"note":"n7"}` for each number.
  public static List<Message> numbered(int from, int to) {
    return messages(IntStream.rangeClosed(from, to).mapToObj(Records::body));
  }

  /// `{"id":7,"note":"n7"}`.
  public static String body(int number) {
    return "{\"id\":" + number + ",\"note\":\"n" + number + "\"}";
  }

  /// A message without anything that a source would know of it.
  public static Message message(String body) {
    return new Message(bytes(body), Metadata.of(Map.of()));
  }

  /// A message of which its source knows a key.
  public static Message keyed(String key, String body) {
    return new Message(bytes(body), Metadata.of(Map.of("key", key)));
  }

  /// The bytes of a text.
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Text that no compression makes short.
  public static String noise(int length) {
    return new Random(7)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
