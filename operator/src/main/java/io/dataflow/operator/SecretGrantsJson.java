package io.dataflow.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflow.kubernetes.settings.SettingException;
import io.dataflow.operator.secret.SecretGrant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Grants as a list in JSON: `[{"namespace": "vault", "names": ["db"], "from": ["shop"]}]`. None of
/// the three may be left out, so that nobody allows more than he has thought of; `*` in `from`
/// stands for all namespaces.
final class SecretGrantsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private SecretGrantsJson() {}

  private record Written(String namespace, Set<String> names, Set<String> from) {
    boolean isWhole() {
      return namespace != null && isNamed(names) && isNamed(from);
    }

    private static boolean isNamed(Set<String> list) {
      return list != null && !list.isEmpty() && list.stream().noneMatch(Objects::isNull);
    }

    SecretGrant grant() {
      return new SecretGrant(namespace, names, from.contains("*") ? Set.of() : from);
    }
  }

  /// @param variable for the message
  /// @throws SettingException when it is not such a list
  static List<SecretGrant> parse(String variable, String text) {
    try {
      var grants = Arrays.asList(JSON.readValue(text, Written[].class));
      if (grants.stream().allMatch(it -> it != null && it.isWhole())) {
        return grants.stream().map(Written::grant).toList();
      }
    } catch (JsonProcessingException e) {
      throw refused(variable, text, e);
    }
    throw refused(variable, text, null);
  }

  private static SettingException refused(
      String variable, String text, JsonProcessingException cause) {
    return new SettingException(
        "%s: `%s` is no list of grants. Write [{\"namespace\": …, \"names\": […], \"from\": […]}]."
            .formatted(variable, text),
        cause);
  }
}
