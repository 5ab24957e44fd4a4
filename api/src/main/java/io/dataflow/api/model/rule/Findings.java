package io.dataflow.api.model.rule;

import io.dataflow.api.model.problem.Problem;
import java.util.List;

/// A record that knows more of what is wrong with it than a [Rule] can say, because where it is
/// depends on what the record holds.
public interface Findings {
  /// What is wrong; paths are relative to the record.
  List<Problem> findings();
}
