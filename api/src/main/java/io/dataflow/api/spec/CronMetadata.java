package io.dataflow.api.spec;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.DnsName;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Ignored;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.rule.Rule;

/// The `metadata` of a flow on a schedule. Its name is shorter than a flow's: that of its CronJob
/// is made of it, and Kubernetes makes names of Jobs of that.
@Doc("Kubernetes' object metadata.")
@Ignored
public record CronMetadata(
    @Doc(value = "Its name, at most 48 characters.", example = "nightly-orders")
        @Matching(value = DnsName.PATTERN, otherwise = "is no name for an object. " + DnsName.RULE)
        String name,
    @Doc("Its namespace.") @Default("default") String namespace) {
  private static final int LONGEST = 48;

  @Rule(
      cel = "self.name.size() <= " + LONGEST,
      path = "name",
      message = "longer than " + LONGEST + " characters. Shorten it.")
  boolean isShort() {
    return name.length() <= LONGEST;
  }
}
