package io.dataflow.api.spec;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.DnsName;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Ignored;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.rule.Rule;

/// A manifest's `metadata`, as far as a processor needs it.
@Doc("Kubernetes' object metadata.")
@Ignored
public record ObjectMetadata(
    @Doc(value = "The flow's name, at most 50 characters.", example = "orders")
        @Matching(value = DnsName.PATTERN, otherwise = "is no name for an object. " + DnsName.RULE)
        String name,
    @Doc("The flow's namespace.") @Default("default") String namespace) {
  // Names of what the flow owns are made of it, and labels hold 63 characters.
  static final int LONGEST = 50;

  @Rule(
      cel = "self.name.size() <= " + LONGEST,
      path = "name",
      message = "longer than " + LONGEST + " characters. Shorten it.")
  boolean isShort() {
    return name.length() <= LONGEST;
  }
}
