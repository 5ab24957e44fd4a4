package io.dataflow.benchmarks.steps.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The loop that most people would write: Jackson's tree.
final class TreeLoop implements StepsLoop {
  private static final List<String> KEPT =
      List.of("id", "customer", "email", "amount", "status", "processed_at");

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public List<byte[]> run(List<byte[]> records, Instant now) {
    var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    var out = new ArrayList<byte[]>(records.size());
    try {
      for (var record : records) {
        var order = (ObjectNode) mapper.readTree(record);
        if (!order.path("status").asText("new").equals("new")) {
          order.put("email", "***");
          order.remove("card");
          order.put("processed_at", time);
          order.retain(KEPT);
          out.add(mapper.writeValueAsBytes(order));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out;
  }
}
