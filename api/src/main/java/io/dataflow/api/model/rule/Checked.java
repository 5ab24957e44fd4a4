package io.dataflow.api.model.rule;

import io.dataflow.api.model.problem.Problem;
import java.util.List;

/// A record with rules that no single field can state: what must stand together and what must not.
public interface Checked {
  /// What is wrong; a problem's path is relative to the record (`sasl.username`), or empty for the
  /// record itself. Asked only when every field by itself is right.
  List<Problem> problems();
}
