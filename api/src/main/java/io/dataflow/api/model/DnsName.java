package io.dataflow.api.model;

/// Names as Kubernetes allows them for objects (RFC 1123).
public final class DnsName {
  /// What such a name may hold, as a remedy.
  public static final String RULE =
      "Use lower-case letters, digits and `-`, with a letter or digit at both ends.";

  /// The most characters that such a name may have.
  public static final int LONGEST = 253;

  /// The most characters of one label: a namespace is one.
  public static final int LONGEST_LABEL = 63;

  /// Such names as a regular expression, in few characters: it stands some hundred times in a
  /// resource definition.
  public static final String PATTERN = "[a-z0-9]+((-+|\\.)[a-z0-9]+)*";

  /// One label of such a name as a regular expression.
  public static final String LABEL = "[a-z0-9]+(-+[a-z0-9]+)*";

  private DnsName() {}

  /// Whether the text is a subdomain: labels of lower-case letters, digits and inner `-`, between
  /// dots.
  public static boolean isSubdomain(String text) {
    return text.length() <= LONGEST && text.matches(PATTERN);
  }
}
