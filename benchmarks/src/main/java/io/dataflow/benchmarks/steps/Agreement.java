package io.dataflow.benchmarks.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Shows that all ways give the same records before their times are compared.
final class Agreement {
  private static final int RECORDS = 1000;

  private final ObjectMapper mapper = new ObjectMapper();

  void mustHold() throws IOException {
    var records = StepsBenchmark.records(RECORDS);
    var now = Instant.now();
    var wanted = trees(Way.TREE.loop().run(records, now));
    for (var way : Way.values()) {
      if (!trees(way.loop().run(records, now)).equals(wanted)) {
        throw new IllegalStateException(way.words() + ": not the same records as the others");
      }
    }
  }

  private List<JsonNode> trees(List<byte[]> records) throws IOException {
    var trees = new ArrayList<JsonNode>();
    for (var record : records) {
      trees.add(mapper.readTree(record));
    }
    return trees;
  }
}
