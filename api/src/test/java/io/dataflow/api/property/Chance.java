package io.dataflow.api.property;

import io.dataflow.api.json.RandomJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one seed decides.
public final class Chance {
  private static final String BYTES = "\"\\{}[],:0-.eE+tu9 \n";

  private final Random random;
  private final RandomJson documents;

  Chance(long seed) {
    // Seeds side by side begin with nearly the same numbers.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.documents = new RandomJson(random);
  }

  /// A number from 0 to before `end`.
  public int below(int end) {
    return random.nextInt(end);
  }

  /// One of them.
  @SafeVarargs
  public final <T> T one(T... of) {
    return of[below(of.length)];
  }

  /// Whether it comes, once in so many times.
  public boolean oncePer(int times) {
    return below(times) == 0;
  }

  /// Some texts with something between them.
  public String some(int least, int most, String between, Supplier<String> each) {
    return IntStream.range(0, least + below(most - least + 1))
        .mapToObj(_ -> each.get())
        .collect(Collectors.joining(between));
  }

  /// Different texts, each in double quotes as YAML and JSON have it.
  public String quoted(int least, int most, Supplier<String> each) {
    return IntStream.range(0, least + below(most - least + 1))
        .mapToObj(_ -> quote(each.get()))
        .distinct()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// A text in double quotes.
  public static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /// Any JSON, with blanks around it.
  public String document() {
    return documents.document();
  }

  /// Any JSON value that is not deep.
  public String value() {
    return documents.value(2);
  }

  /// The bytes with something else in some places: changed, taken out, put in, doubled or cut off.
  public byte[] mutated(byte[] bytes) {
    var mutated = bytes.clone();
    for (int i = below(3); i >= 0 && mutated.length > 0; i--) {
      mutated = mutatedOnce(mutated);
    }
    return mutated;
  }

  private byte[] mutatedOnce(byte[] bytes) {
    int from = below(bytes.length);
    int to = Math.min(bytes.length, from + 1 + below(8));
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    switch (below(5)) {
      case 0 -> {
        out.write(byteOfJson());
        out.write(bytes, from + 1, bytes.length - from - 1);
      }
      case 1 -> out.write(bytes, to, bytes.length - to);
      case 2 -> {
        out.write(byteOfJson());
        out.write(bytes, from, bytes.length - from);
      }
      case 3 -> {
        out.write(bytes, from, to - from);
        out.write(bytes, from, bytes.length - from);
      }
      default -> {
        // Cut off.
      }
    }
    return out.toByteArray();
  }

  private int byteOfJson() {
    return oncePer(4) ? random.nextInt() : BYTES.charAt(below(BYTES.length()));
  }

  /// One of a list.
  public <T> T oneOf(List<T> of) {
    return of.get(below(of.size()));
  }
}
