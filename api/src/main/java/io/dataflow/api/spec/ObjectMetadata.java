package io.dataflow.api.spec;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.DnsName;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Ignored;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Checked;
import io.dataflow.api.model.rule.Rule;
import java.util.List;

/// A manifest's `metadata`, as far as a processor needs it.
@Doc("Kubernetes' object metadata.")
@Ignored
@Rule(
    cel = "self.name.size() <= " + ObjectMetadata.LONGEST,
    path = "name",
    message = "longer than " + ObjectMetadata.LONGEST + " characters. Shorten it.")
public record ObjectMetadata(
    @Doc(value = "The flow's name, at most 50 characters.", example = "orders") String name,
    @Doc("The flow's namespace.") @Default("default") String namespace)
    implements Checked {
  // Names of what the flow owns are made of it, and labels hold 63 characters.
  static final int LONGEST = 50;

  @Override
  public List<Problem> problems() {
    if (name.length() > LONGEST) {
      return List.of(
          new Problem(
              "name",
              "longer than "
                  + LONGEST
                  + " characters, by "
                  + (name.length() - LONGEST)
                  + ". Shorten it."));
    }
    if (!DnsName.isSubdomain(name)) {
      return List.of(
          new Problem("name", "`" + name + "` is no name for an object. " + DnsName.RULE));
    }
    return List.of();
  }
}
