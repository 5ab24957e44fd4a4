package io.dataflow.api.model.secret;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.DnsName;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.rule.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One key of a Kubernetes Secret (contract 1.8).
@Doc("One key of a Kubernetes Secret.")
public record SecretRef(
    @Doc(value = "Name of the Secret.", example = "orders-database")
        @AtMost(DnsName.LONGEST)
        @Matching(DnsName.PATTERN)
        String name,
    @Doc(value = "Key in the Secret.", example = "url")
        @AtMost(DnsName.LONGEST)
        @Matching(SecretRef.KEY)
        String key,
    @Doc("Namespace of the Secret; the flow's own when left out.")
        @AtMost(DnsName.LONGEST_LABEL)
        @Matching(DnsName.PATTERN)
        Optional<String> namespace)
    implements Checked {
  // Kubernetes takes neither `.` nor `..`, which are folders.
  static final String KEY = "[-._a-zA-Z0-9]*[-_a-zA-Z0-9][-._a-zA-Z0-9]*|\\.{3,}";

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    if (!DnsName.isSubdomain(name)) {
      problems.add(
          new Problem(
              "name", "`" + Words.shown(name) + "` is no name of a Secret. " + DnsName.RULE));
    }
    if (!key.matches(KEY)) {
      problems.add(
          new Problem(
              "key",
              "`"
                  + Words.shown(key)
                  + "` is no key of a Secret. Use letters, digits, `-`, `_` and `.`."));
    }
    if (namespace.isPresent() && !DnsName.isSubdomain(namespace.get())) {
      problems.add(
          new Problem(
              "namespace",
              "`" + Words.shown(namespace.get()) + "` is no namespace. " + DnsName.RULE));
    }
    return problems;
  }
}
