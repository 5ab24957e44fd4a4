package io.dataflow.benchmarks.steps.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The loop that most people would write for events: Jackson's tree.
final class EventTreeLoop implements StepsLoop {
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public List<byte[]> run(List<byte[]> records, Instant now) {
    var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    var out = new ArrayList<byte[]>(records.size());
    try {
      for (var record : records) {
        var data = mapper.readTree(record).path("data");
        if (!data.path("status").asText("new").equals("new")) {
          var customer = data.path("customer");
          var order = mapper.createObjectNode();
          order.put("id", Long.parseLong(data.path("orderId").asText()));
          order.set("customer", customer.path("fullName"));
          order.put("customer_e_mail", "***");
          order.set("amount", data.path("amount"));
          order.set("status", data.path("status"));
          order.put("tenant", tenant());
          order.put("channel", "web");
          order.put("topic", topic());
          order.put("processed_at", time);
          out.add(mapper.writeValueAsBytes(mapper.createObjectNode().set("order", order)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out;
  }

  static String tenant() {
    return ((Map<?, ?>) Event.METADATA.get("headers").orElseThrow()).get(Event.TENANT).toString();
  }

  static String topic() {
    return Event.METADATA.get("topic").orElseThrow().toString();
  }
}
