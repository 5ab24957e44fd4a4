package io.dataflow.runtime;

import java.util.List;

/// A place for records with a number, `id`.
sealed interface NumberedSink {
  /// The sink in YAML.
  String sink();

  /// The numbers in it, with repetitions, in the order of writing or in their own.
  List<Integer> ids();

  /// From now on it takes what it has refused.
  void takeAll();

  /// A new table.
  static NumberedSink table() {
    return new OfTable(TestTable.fresh("id int, way int, v int"));
  }

  /// A new topic.
  static NumberedSink topic() {
    return new OfTopic(Topic.ofSmallRecords(1000));
  }

  /// A table whose `v` must be a number.
  record OfTable(TestTable table) implements NumberedSink {
    @Override
    public String sink() {
      return "{type: postgresql, config: %s}".formatted(table.config());
    }

    @Override
    public List<Integer> ids() {
      return table.column("id").stream().map(Integer::valueOf).sorted().toList();
    }

    @Override
    public void takeAll() {
      table.run("ALTER TABLE " + table.name() + " ALTER v TYPE text");
    }
  }

  /// A topic that takes short records only.
  record OfTopic(Topic topic) implements NumberedSink {
    @Override
    public String sink() {
      return "{type: kafka, config: {brokers: [%s], topic: %s}}"
          .formatted(Topic.brokers(), topic.name());
    }

    @Override
    public List<Integer> ids() {
      return topic.values().stream()
          .map(value -> Integer.valueOf(value.replaceAll("\\{\"id\":(\\d+).*", "$1")))
          .toList();
    }

    @Override
    public void takeAll() {
      topic.set("max.message.bytes", "100000");
    }
  }
}
