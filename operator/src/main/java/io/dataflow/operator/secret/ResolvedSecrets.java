package io.dataflow.operator.secret;

import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.kubernetes.cache.SecretName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// The Secrets of one flow while its spec is read: finds the values, and notes which were asked for
/// and which could not be had (`docs/contract.md`).
public final class ResolvedSecrets implements Secrets {
  private final String namespace;
  private final List<SecretGrant> grants;
  private final HashKey hashKey;
  private final BiFunction<SecretName, String, Optional<String>> lookUp;
  private final Map<String, SecretEntry> entries = new TreeMap<>();
  private final Set<SecretName> names = new TreeSet<>(Comparator.comparing(SecretName::toString));
  private boolean incomplete;

  /// @param namespace the flow's own
  /// @param grants Secrets of other namespaces that flows may use
  /// @param hashKey of hashes of their values
  /// @param lookUp the value of a Secret's key
  public ResolvedSecrets(
      String namespace,
      List<SecretGrant> grants,
      HashKey hashKey,
      BiFunction<SecretName, String, Optional<String>> lookUp) {
    this.namespace = namespace;
    this.grants = List.copyOf(grants);
    this.hashKey = hashKey;
    this.lookUp = lookUp;
  }

  @Override
  public Optional<String> value(String secretName, String key) {
    return value(new SecretRef(secretName, key, Optional.empty()));
  }

  @Override
  public Optional<String> value(SecretRef ref) {
    if (!mayUse(ref)) {
      incomplete = true;
      return Optional.empty();
    }
    var name = full(ref);
    names.add(name);
    var value = lookUp.apply(name, ref.key());
    incomplete |= value.isEmpty();
    value.ifPresent(
        text -> {
          var entry = new SecretEntry(name.namespace(), name.name(), ref.key(), text);
          entries.put(entry.toString(), entry);
        });
    return value;
  }

  @Override
  public String remedy(SecretRef ref) {
    return mayUse(ref)
        ? "Create it in namespace `%s`.".formatted(home(ref))
        : "`%s` may not be used from here: copy it to `%s`, or have the operator allow it."
            .formatted(full(ref), namespace);
  }

  private boolean mayUse(SecretRef ref) {
    return home(ref).equals(namespace)
        || grants.stream().anyMatch(it -> it.covers(full(ref), namespace));
  }

  private SecretName full(SecretRef ref) {
    return new SecretName(home(ref), ref.name());
  }

  private String home(SecretRef ref) {
    return ref.namespace().orElse(namespace);
  }

  /// The Secrets that the flow depends on, those that are missing included.
  public Set<SecretName> names() {
    return Set.copyOf(names);
  }

  /// The values found, in a fixed order.
  public List<SecretEntry> entries() {
    return List.copyOf(entries.values());
  }

  /// The key of hashes that they go into.
  public HashKey hashKey() {
    return hashKey;
  }

  /// Whether a value could not be had.
  public boolean isIncomplete() {
    return incomplete;
  }
}
