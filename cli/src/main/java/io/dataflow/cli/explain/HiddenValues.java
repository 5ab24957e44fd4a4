package io.dataflow.cli.explain;

import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.secret.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The values of Secrets, and which they are, so that a picture can name the Secret in their place:
/// a topic or a table may be one of them.
public final class HiddenValues implements Secrets {
  private final Secrets secrets;
  private final boolean needed;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  private HiddenValues(Secrets secrets, boolean needed) {
    this.secrets = secrets;
    this.needed = needed;
  }

  /// For a flow that connects to its servers.
  public static HiddenValues of(Secrets secrets) {
    return new HiddenValues(secrets, true);
  }

  /// For a flow that connects to nothing: a value that is not there has a stand-in.
  public static HiddenValues unconnected(Secrets secrets) {
    return new HiddenValues(secrets, false);
  }

  @Override
  public Optional<String> value(String secretName, String key) {
    return noted(secrets.value(secretName, key), secretName, key);
  }

  @Override
  public Optional<String> value(SecretRef ref) {
    return noted(secrets.value(ref), ref.name(), ref.key());
  }

  @Override
  public String remedy(SecretRef ref) {
    return secrets.remedy(ref);
  }

  private Optional<String> noted(Optional<String> value, String secretName, String key) {
    // Good for every field: the checks want a connection string to look like one.
    var known =
        value.or(() -> Optional.of("host=unknown-" + names.size()).filter(standIn -> !needed));
    known.ifPresent(it -> names.put(it, "(Secret " + secretName + ", key " + key + ")"));
    return known;
  }

  /// A text of the flow as it may be shown.
  public String shown(String text) {
    return names.getOrDefault(text, text);
  }
}
