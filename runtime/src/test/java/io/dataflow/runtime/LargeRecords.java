package io.dataflow.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Flows that make many messages of a record, and the records for them.
///
/// @param in a topic of one partition
record LargeRecords(Topic in, Topic out, Topic errors) {
  static final int CHILDREN = 50_000;
  static final int BAD = 45_678;
  static final String BESIDE = "x".repeat(400);
  static final String FLATTEN = "{type: flatten, config: {field: l}}";
  static final String CAST = "{type: cast, config: {spec: {l: int64}}}";

  static LargeRecords fresh() {
    return new LargeRecords(Topic.fresh(1), Topic.fresh(1), Topic.fresh(1));
  }

  String flow(String sink, String steps, String more) {
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: %3$s}}
    sink: %4$s
    transformations: [%5$s]
    %6$s
    """
        .formatted(Topic.brokers(), in.name(), group(), sink, steps, more);
  }

  private String group() {
    return "g-" + in.name();
  }

  static String kafka(Topic topic) {
    return "{type: kafka, config: {brokers: ['%s'], topic: %s}}"
        .formatted(Topic.brokers(), topic.name());
  }

  String withErrors() {
    return "errors: " + kafka(errors);
  }

  /// A record of this number with elements from 0, one of which may be no number.
  static String parent(int number, int children, int bad) {
    var elements =
        IntStream.range(0, children)
            .mapToObj(i -> i == bad ? "\"no\"" : String.valueOf(i))
            .collect(Collectors.joining(","));
    return "{\"p\":%d,\"l\":[%s],\"beside\":\"%s\"}".formatted(number, elements, BESIDE);
  }

  static String child(int parent, int element) {
    return parent + "/" + element;
  }

  static List<String> children(int parent, int count, int bad) {
    return IntStream.range(0, count).filter(i -> i != bad).mapToObj(i -> child(parent, i)).toList();
  }

  static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  static List<String> written(Topic topic) {
    return topic.values().stream()
        .map(it -> it.replaceAll("\\{\"p\":(\\d+),\"l\":(\\d+),\"beside\":\"x+\"}", "$1/$2"))
        .toList();
  }

  static List<String> written(TestTable table) {
    return table.column("p || '/' || l");
  }

  @SafeVarargs
  static List<String> all(List<String>... parts) {
    var all = new ArrayList<String>();
    for (var part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /// How many records the flow's consumer group has passed.
  long committed() {
    return in.committed(group());
  }
}
