package io.dataflow.benchmarks.steps.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Shows that all ways give the same records before their times are compared.
public final class Agreement {
  private static final int RECORDS = 1000;

  private final ObjectMapper mapper = new ObjectMapper();

  /// @throws IllegalStateException when one does not
  public void mustHold() throws IOException {
    for (var job : Job.values()) {
      var records = job.records(RECORDS);
      var now = Instant.now();
      var wanted = trees(job.chain().run(records, now));
      for (var way : Way.of(job)) {
        if (!trees(way.loop().run(records, now)).equals(wanted)) {
          throw new IllegalStateException(
              job + ", " + way.words() + ": not the same records as the others");
        }
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
