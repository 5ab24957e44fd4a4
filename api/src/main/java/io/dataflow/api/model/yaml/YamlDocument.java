package io.dataflow.api.model.yaml;

import io.dataflow.api.model.problem.Problem;
import java.util.List;

/// One document of a text, with what is wrong with it as YAML. Where the text cannot be read any
/// further, the last document is nothing and has that one problem.
public record YamlDocument(Yaml root, List<Problem> problems) {
  /// The documents of a text that is YAML or JSON; those that hold nothing are left out.
  public static List<YamlDocument> all(String text) {
    return new YamlReader(text).documents();
  }
}
