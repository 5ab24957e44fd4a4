package io.dataflow.runtime.contract.source;

import io.dataflow.runtime.contract.Field;
import java.util.List;

/// What a source reads, from its owner's side.
public interface SourceOrigin {
  /// Its name as messages give it: of a topic, of a table.
  String name();

  /// The `config` of a manifest that reads it, as YAML on one line, without the braces around it.
  /// It polls as often as it can.
  String config();

  /// Adds a record of each of these JSON objects, in this order.
  void add(List<String> bodies);

  /// Adds a record of each of these JSON objects, in this order.
  default void add(String... bodies) {
    add(List.of(bodies));
  }

  /// Adds `{"id":7,"note":"n7"}` for each number, quickly.
  void addNumbered(int from, int to);

  /// The same, so that only the key tells the records apart.
  void addTied(int from, int to);

  /// Adds records of any bytes.
  void addBytes(List<byte[]> values);

  /// Adds a field to the records to come.
  void addField(Field field);
}
