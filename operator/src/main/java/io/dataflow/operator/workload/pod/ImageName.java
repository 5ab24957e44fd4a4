package io.dataflow.operator.workload.pod;

/// The name of a container image: `registry:port/path:tag@digest`, of which only the path is sure.
public record ImageName(String text) {
  /// How a digest begins that stands where a tag is asked for.
  private static final String DIGEST = "sha256:";

  /// The name without tag and digest. What follows a `:` is a tag only behind the last `/`; before
  /// it, it is the registry's port.
  public String repository() {
    int at = text.indexOf('@');
    var name = at < 0 ? text : text.substring(0, at);
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }

  /// The same repository's image of another version.
  ///
  /// @param version a tag, or a digest
  public String of(String version) {
    return repository() + (version.startsWith(DIGEST) ? "@" : ":") + version;
  }
}
