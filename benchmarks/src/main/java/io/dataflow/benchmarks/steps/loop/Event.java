package io.dataflow.benchmarks.steps.loop;

import io.dataflow.api.message.Metadata;
import java.util.Map;

/// What a shop tells of an order: fields that are nested and named as programs name them, in an
/// envelope, with a header and a topic that are known besides.
///
/// @param id from 1, without gaps
record Event(long id) {
  /// The header that says for whom the order is.
  static final String TENANT = "tenant";

  /// What is known of each event.
  static final Metadata METADATA =
      Metadata.of(Map.of("topic", "orders", "headers", Map.of(TENANT, "north")));

  /// About 370 bytes.
  String json() {
    return """
    {"specversion":"1.0","id":"e-%1$d","type":"order.placed","source":"/shop/web",\
    "data":{"orderId":"%1$d",\
    "customer":{"fullName":"customer %1$d","eMail":"c%1$d@example.com","card":"%2$d"},\
    "amount":%3$d.%4$d5,"status":"%5$s","createdAt":"2025-01-01T00:00:00Z",\
    "note":"leave it with the neighbours"}}\
    """
        .formatted(
            id,
            4_111_000_000_000_000L + id,
            id * 37 % 10_000,
            id % 10,
            id % 4 == 0 ? "new" : "paid");
  }
}
