package io.dataflow.benchmarks.orders;

import java.time.Instant;

/// One order of the benchmark, in the forms in which the contestants meet it.
///
/// @param id from 1, without gaps
public record Order(long id) {
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final String[] STATUS = {"new", "paid", "packed", "sent"};
  private static final String NOTE = "leave it with the neighbours";

  /// The fields as Kafka Connect's JDBC sink must be told them: in every record.
  private static final String SCHEMA =
      """
      {"schema":{"type":"struct","optional":false,"fields":[\
      {"type":"int64","optional":false,"field":"id"},\
      {"type":"string","optional":false,"field":"customer"},\
      {"type":"string","optional":false,"field":"email"},\
      {"type":"string","optional":false,"field":"card"},\
      {"type":"double","optional":false,"field":"amount"},\
      {"type":"string","optional":false,"field":"status"},\
      {"type":"string","name":"io.debezium.time.ZonedTimestamp","version":1,\
      "optional":false,"field":"created"},\
      {"type":"string","optional":false,"field":"note"}]},"payload":\
      """;

  /// What the topic holds: about 190 bytes.
  public String json() {
    return "{\"id\":"
        + id
        + ",\"customer\":\"customer "
        + id
        + "\",\"email\":\"c"
        + id
        + "@example.com\",\"card\":\""
        + card()
        + "\",\"amount\":"
        + amount()
        + ",\"status\":\""
        + status()
        + "\",\"created\":\""
        + created()
        + "\",\"note\":\""
        + NOTE
        + "\"}";
  }

  /// The same with an amount that is none.
  String poison() {
    return json().replace("\"amount\":" + amount(), "\"amount\":\"as agreed\"");
  }

  /// The same with its schema around it.
  public String envelope() {
    return SCHEMA + json() + "}";
  }

  /// The row that all steps together make of it, as COPY reads it.
  public String row(Instant processed) {
    return id
        + "\tcustomer "
        + id
        + "\t***\t"
        + amount()
        + "\t"
        + status()
        + "\t"
        + created()
        + "\t"
        + NOTE
        + "\t"
        + processed
        + "\n";
  }

  private String card() {
    return Long.toString(4_111_000_000_000_000L + id);
  }

  private String amount() {
    var cents = id * 37 % 1_000_000;
    return cents / 100 + "." + cents % 100 / 10 + cents % 10;
  }

  private String status() {
    return STATUS[(int) (id % STATUS.length)];
  }

  private Instant created() {
    return FIRST.plusSeconds(id);
  }
}
