package io.dataflow.runtime.contract.sink;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import java.util.List;
import java.util.Map;

/// A real server for the cases of a sink. Servers start when a target is first asked for, and are
/// shared by all cases; each target is a new one.
public interface SinkFixture {
  /// The name in YAML: `postgresql`.
  String type();

  /// What the sink cannot do, each with the reason in words that a user can read.
  Map<Capability, String> without();

  /// An empty target for records of these fields, of which the first is the key.
  SinkTarget target(List<Field> fields);

  /// The same, for upserts by the key.
  default SinkTarget keyed(List<Field> fields) {
    return target(fields);
  }

  /// The same, in as many partitions as the server divides records into by their key.
  default SinkTarget partitioned(List<Field> fields) {
    return target(fields);
  }

  /// A target of `id` and `note` that refuses what [#poison] makes.
  SinkTarget strict();

  /// A record that [#strict] refuses, for one of two different reasons.
  ///
  /// @param kind 0 or 1
  /// @param content stands in the record's values and must not be seen in a reason
  String poison(int kind, int id, String content);

  /// A target for the records of an error sink: `error` and `original_message`.
  SinkTarget envelopes();

  /// The same, which takes only short records, where a server can be told so.
  SinkTarget shortEnvelopes();

  /// A target of `id` and `note` whose server can be taken away; the case closes it.
  BreakableTarget breakable();

  /// A target of `id` and `note` in which a repeated record is there twice.
  default SinkTarget repeating() {
    return target(List.of(Field.ID, Field.NOTE));
  }

  /// The same, whose server can be taken away; the case closes it.
  default BreakableTarget breakableRepeating() {
    return breakable();
  }

  /// A target that is not there.
  SinkTarget missing();

  /// A target of `id` and `note` with a login that may write it.
  GuardedTarget guarded();

  /// The same with another password, which is wrong.
  GuardedTarget wrongPassword(String password);

  /// A target with a right login that may not write it.
  GuardedTarget forbidden();

  /// A target of `id` and `note` that lies in a schema of its own.
  SinkTarget inSchema();

  /// Adds a field to a target that is being written.
  void addField(SinkTarget target, Field field);
}
