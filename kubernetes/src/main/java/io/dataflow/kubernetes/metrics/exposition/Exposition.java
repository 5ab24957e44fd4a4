package io.dataflow.kubernetes.metrics.exposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Prometheus' text format, version 0.0.4, into its families.
public final class Exposition {
  private final Map<String, String> helps = new LinkedHashMap<>();
  private final Map<String, MetricType> types = new LinkedHashMap<>();
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();

  private Exposition() {}

  /// The families that have series, in the order of the text.
  ///
  /// @throws ExpositionException when the text is not in that format
  public static List<MetricFamily> read(String text) throws ExpositionException {
    var exposition = new Exposition();
    int number = 0;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.startsWith("#")) {
        exposition.comment(number, line);
      } else if (!line.isBlank()) {
        exposition.add(new SampleLine(number, line).read());
      }
    }
    return exposition.families();
  }

  private void comment(int number, String line) throws ExpositionException {
    var words = line.split("[ \t]+", 4);
    if (words.length < 3) {
      return;
    }
    var rest = words.length == 4 ? words[3] : "";
    if (words[1].equals("HELP")) {
      helps.putIfAbsent(words[2], rest);
    } else if (words[1].equals("TYPE")) {
      var type = MetricType.named(rest.strip());
      if (type.isEmpty() || types.putIfAbsent(words[2], type.get()) != null) {
        throw new ExpositionException(number, "no type, or a second one, for `" + words[2] + "`");
      }
      open = Optional.of(words[2]);
    }
  }

  private void add(Sample sample) {
    var family =
        open.filter(name -> types.get(name).has(name, sample.name())).orElse(sample.name());
    samples.computeIfAbsent(family, _ -> new ArrayList<>()).add(sample);
  }

  private List<MetricFamily> families() {
    return samples.entrySet().stream()
        .map(
            entry ->
                new MetricFamily(
                    entry.getKey(),
                    types.getOrDefault(entry.getKey(), MetricType.UNTYPED),
                    helps.getOrDefault(entry.getKey(), ""),
                    entry.getValue()))
        .toList();
  }
}
