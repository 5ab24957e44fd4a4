package io.dataflow.api.transformation;

import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The cases in `src/test/resources/conformance`, file by file.
record ConformanceFile(String name, Instant now, List<ConformanceCase> cases) {

  static List<ConformanceFile> all() throws IOException, URISyntaxException {
    var folder = Path.of(ConformanceFile.class.getResource("/conformance").toURI());
    var files = new ArrayList<ConformanceFile>();
    try (var paths = Files.list(folder)) {
      for (var path : paths.sorted().toList()) {
        files.add(read(path));
      }
    }
    return files;
  }

  private static ConformanceFile read(Path path) throws IOException {
    var documents = YamlDocument.all(Files.readString(path));
    if (documents.size() != 1 || !documents.getFirst().problems().isEmpty()) {
      throw new AssertionError(
          path + " " + documents.stream().map(YamlDocument::problems).toList());
    }
    var root = (YamlObject) documents.getFirst().root();
    var now = ((YamlScalar) root.get("now").orElseThrow()).text();
    var cases = ((YamlList) root.get("cases").orElseThrow()).items();
    return new ConformanceFile(
        path.getFileName().toString(),
        Instant.parse(now),
        cases.stream().map(item -> ConformanceCase.of((YamlObject) item)).toList());
  }
}
