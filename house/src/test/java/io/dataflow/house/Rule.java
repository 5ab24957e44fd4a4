package io.dataflow.house;

import java.util.stream.Stream;

/// Something that holds for every file of the project; looks at one file at a time.
interface Rule {
  Stream<Problem> problems(SourceFile file);
}
