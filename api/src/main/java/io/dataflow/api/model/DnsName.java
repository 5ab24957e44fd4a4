package io.dataflow.api.model;

import java.util.List;

/// Names as Kubernetes allows them for objects (RFC 1123).
public final class DnsName {
  /// What such a name may hold, as a remedy.
  public static final String RULE =
      "Use lower-case letters, digits and `-`, with a letter or digit at both ends.";

  private static final int LONGEST = 253;

  private DnsName() {}

  /// Whether the text is a subdomain: labels of lower-case letters, digits and inner `-`, between
  /// dots.
  public static boolean isSubdomain(String text) {
    return text.length() <= LONGEST
        && List.of(text.split("\\.", -1)).stream().allMatch(DnsName::isLabel);
  }

  private static boolean isLabel(String text) {
    return !text.isEmpty()
        && !text.startsWith("-")
        && !text.endsWith("-")
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }
}
