package io.dataflow.api.endpoint;

import io.dataflow.api.connector.option.HeaderText;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a message is given to an endpoint, one exchange a message, and whose fault it is when that
/// fails.
public record Calls(
    @Doc(
            value = "Headers to add, in place of those of the same name.",
            example = "{tenant: $.tenant, origin: '${metadata.topic}'}")
        Optional<Map<String, HeaderText>> headers,
    @Doc(
            "How often a message is tried that the endpoint refuses. Then the fault is the"
                + " record's. While the endpoint cannot be reached, a message is tried for ever.")
        @Default("3")
        @Range(min = 1, max = 100)
        int attempts,
    @Doc(
            value =
                "What also means that the endpoint cannot be reached, besides failures of the"
                    + " network and HTTP 408, 429 and 5xx: names of exceptions, and HTTP statuses.",
            example = "['409', ResourceInUseException]")
        @Default("[]")
        List<String> outages,
    @Doc("How long the endpoint may take for a message; then it counts as not reached.")
        @Default("30s")
        Duration timeLimit) {

  /// As it is when nothing is said.
  public static Calls byDefault() {
    return new Calls(Optional.empty(), 3, List.of(), Duration.ofSeconds(30));
  }
}
