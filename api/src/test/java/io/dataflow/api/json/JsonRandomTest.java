package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes, the reader agrees with a slower one. A failure names its seed.
class JsonRandomTest {
  private static final int DOCUMENTS = 3_000;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsWhatTheOtherReads(long seed) {
    var random = new RandomJson(new Random(seed));
    for (int i = 0; i < DOCUMENTS; i++) {
      var document = random.document();
      var json = Json.parse(utf8(document));
      var tree = Reference.read(utf8(document)).orElseThrow();
      assertThat(Reference.of(json)).as(document).isEqualTo(tree);
      assertThat(json.isModified()).as(document).isFalse();
      assertThat(new String(json.toBytes(), StandardCharsets.UTF_8))
          .as(document)
          .isEqualTo(document.strip());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void refusesWhatTheOtherRefuses(long seed) {
    var random = new Random(seed);
    var documents = new RandomJson(random);
    for (int i = 0; i < DOCUMENTS; i++) {
      var bytes = utf8(documents.document());
      for (int j = random.nextInt(3); j >= 0; j--) {
        bytes[random.nextInt(bytes.length)] = (byte) spoiling(random);
      }
      var expected = Reference.read(bytes);
      assertThat(parsed(bytes).map(Reference::of))
          .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesAsTheOtherDoes(long seed) {
    var random = new Random(seed);
    var documents = new RandomJson(random);
    for (int i = 0; i < DOCUMENTS; i++) {
      var document = documents.document();
      var json = Json.parse(utf8(document));
      var tree = Reference.read(utf8(document)).orElseThrow();
      var copy = json.copy();
      for (int j = 0; j < 6; j++) {
        change(json, tree, random, documents);
      }
      assertThat(Reference.of(json)).as(document).isEqualTo(tree);
      assertThat(Reference.read(json.toBytes())).as(document).contains(tree);
      assertThat(Reference.of(json.copy())).as(document).isEqualTo(tree);
      assertThat(new String(copy.toBytes(), StandardCharsets.UTF_8)).isEqualTo(document.strip());
    }
  }

  private static void change(Json json, Object tree, Random random, RandomJson documents) {
    if (json instanceof JsonObject object && tree instanceof Map<?, ?> fields) {
      changeObject(object, asMap(fields), random, documents);
    } else if (json instanceof JsonArray array && tree instanceof List<?> elements) {
      changeArray(array, asList(elements), random, documents);
    }
  }

  private static void changeObject(
      JsonObject object, Map<String, Object> tree, Random random, RandomJson documents) {
    int size = object.size();
    var name =
        size == 0 || random.nextInt(4) == 0 ? "new" + random.nextInt(3) : nameOf(object, random);
    switch (random.nextInt(4)) {
      case 0 -> {
        object.remove(name);
        tree.remove(name);
      }
      case 1 -> {
        var value = documents.value(3);
        object.put(name, Json.parse(utf8(value)));
        tree.put(name, Reference.read(utf8(value)).orElseThrow());
      }
      case 2 -> {
        var replaced = object.copy();
        object.put("copy", replaced);
        tree.put("copy", Reference.of(replaced));
      }
      case 3 -> object.get(name).ifPresent(at -> change(at, tree.get(name), random, documents));
      default -> throw new IllegalStateException();
    }
  }

  private static void changeArray(
      JsonArray array, List<Object> tree, Random random, RandomJson documents) {
    int index = random.nextInt(array.size() + 1);
    var value = documents.value(3);
    if (index == array.size() || random.nextInt(3) == 0) {
      array.set(index, Json.parse(utf8(value)));
      var read = Reference.read(utf8(value)).orElseThrow();
      if (index == tree.size()) {
        tree.add(read);
      } else {
        tree.set(index, read);
      }
    } else if (random.nextBoolean()) {
      array.remove(index);
      tree.remove(index);
    } else {
      change(array.get(index), tree.get(index), random, documents);
    }
  }

  private static String nameOf(JsonObject object, Random random) {
    return object.shape().name(random.nextInt(object.size()));
  }

  private static int spoiling(Random random) {
    return random.nextInt(3) > 0
        ? "\"\\{}[],:0-.etu\0 ".charAt(random.nextInt(16))
        : random.nextInt();
  }

  private static Optional<Json> parsed(byte[] bytes) {
    try {
      return Optional.of(Json.parse(bytes));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Map<?, ?> fields) {
    return (Map<String, Object>) fields;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(List<?> elements) {
    return (List<Object>) elements;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
