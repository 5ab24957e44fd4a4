package io.dataflow.api.connector;

import io.dataflow.api.connector.security.BasicAuth;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the schemas of a topic's messages are (`docs/kafka.md`).
@Doc("A schema registry that speaks Confluent's interface.")
public record SchemaRegistry(
    @Doc(
            value = "Base address; several, separated by commas, are tried in turn.",
            example = "https://schema-registry:8081")
        @FromSecret
        @AtMost(Bounds.ADDRESSES)
        String url,
    @Doc("Login.") Optional<BasicAuth> basicAuth,
    @Doc("Encryption; only with `https`. Without it the system's own authorities are trusted.")
        Optional<Tls> tls) {
  private static final String ADDRESS = "[ ]*https?://[^ ,@?#]+[ ]*";
  private static final String ADDRESSES = ADDRESS + "(," + ADDRESS + ")*";

  /// The addresses, without `/` at their ends.
  public List<String> urls() {
    return Arrays.stream(url.split(","))
        .map(it -> it.strip().replaceAll("/+$", ""))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  @Rule(
      cel = "!has(self.url) || self.url.trim() == '' || self.url.matches('^" + ADDRESSES + "$')",
      path = "url",
      message =
          "not the address of a schema registry. Write `http://` or `https://`, host, port and"
              + " path; a login belongs in `basicAuth`.")
  boolean isAddress() {
    return url.isBlank() || url.strip().matches(ADDRESSES);
  }
}
