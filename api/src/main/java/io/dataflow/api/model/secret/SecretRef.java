package io.dataflow.api.model.secret;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.DnsName;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import java.util.Optional;

/// One key of a Kubernetes Secret (`docs/contract.md`).
@Doc("One key of a Kubernetes Secret.")
public record SecretRef(
    @Doc(value = "Name of the Secret.", example = "orders-database")
        @AtMost(DnsName.LONGEST)
        @Matching(value = DnsName.PATTERN, otherwise = "is no name of a Secret. " + DnsName.RULE)
        String name,
    @Doc(value = "Key in the Secret.", example = "url")
        @AtMost(DnsName.LONGEST)
        @Matching(
            value = SecretRef.KEY,
            otherwise = "is no key of a Secret. Use letters, digits, `-`, `_` and `.`.")
        String key,
    @Doc("Namespace of the Secret; the flow's own when left out.")
        @AtMost(DnsName.LONGEST_LABEL)
        @Matching(value = DnsName.LABEL, otherwise = "is no namespace. " + DnsName.RULE)
        Optional<String> namespace) {
  // Kubernetes takes neither `.` nor `..`, which are folders.
  static final String KEY = "\\.{0,2}[-\\w][-.\\w]*|\\.{3}[-.\\w]*";
}
