package io.dataflow.runtime.contract.sink;

import io.dataflow.runtime.contract.StoredRecord;
import java.util.List;

/// What a sink writes to, from its owner's side.
public interface SinkTarget {
  /// Its name as messages give it: of a topic, of a table.
  String name();

  /// The `config` of a manifest that writes it, as YAML on one line, without the braces around it:
  /// further settings can be put behind it.
  String config();

  /// What it holds, in the order in which it was written.
  List<StoredRecord> records();

  /// The values of `id` in what it holds, in the order in which they were written.
  List<Integer> ids();
}
