package io.dataflow.api.spec;

import io.dataflow.api.model.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Cases as data: a file holds a list of `{name, manifest, problems}`.
record ManifestCases(Path directory) {
  static ManifestCases of(String kind) {
    return new ManifestCases(Path.of("src/test/resources/manifests", kind));
  }

  Stream<Case> cases() {
    try (var files = Files.list(directory)) {
      return files.sorted().toList().stream().flatMap(ManifestCases::ofFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Case> ofFile(Path file) {
    try {
      var document = YamlDocument.all(Files.readString(file)).getFirst();
      if (!document.problems().isEmpty()) {
        throw new IllegalStateException(file + ": " + document.problems());
      }
      var cases = (List<?>) document.root().plain().orElseThrow();
      return cases.stream().map(it -> Case.of(file, (Map<?, ?>) it));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Case(String name, String manifest, List<String> problems) {
    static Case of(Path file, Map<?, ?> fields) {
      var problems = fields.get("problems");
      return new Case(
          file.getFileName() + ": " + fields.get("name"),
          (String) fields.get("manifest"),
          problems == null
              ? List.of()
              : ((List<?>) problems).stream().map(Object::toString).toList());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
