package io.dataflow.kubernetes.certificate;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The `caBundle` of a `ValidatingWebhookConfiguration`: the one field of it that is ours.
final class CaBundleInjector {
  private final KubernetesClient client;
  private final String name;

  CaBundleInjector(KubernetesClient client, String name) {
    this.client = client;
    this.name = name;
  }

  Resource<ValidatingWebhookConfiguration> resource() {
    return client.admissionRegistration().v1().validatingWebhookConfigurations().withName(name);
  }

  /// As it stands; empty while the webhook is not registered.
  Optional<ValidatingWebhookConfiguration> read() {
    return Optional.ofNullable(resource().get());
  }

  /// Whether all webhooks of it trust the authority. A bundle that cannot be read trusts nothing.
  static boolean has(ValidatingWebhookConfiguration read, X509Certificate authority) {
    try {
      return read.getWebhooks().stream()
          .allMatch(it -> bundle(it.getClientConfig()).contains(authority));
    } catch (UnusableCertificateException | IllegalArgumentException _) {
      return false;
    }
  }

  private static List<X509Certificate> bundle(WebhookClientConfig client) {
    var pem = Base64.getDecoder().decode(Optional.ofNullable(client.getCaBundle()).orElse(""));
    return Pem.certificates(new String(pem, StandardCharsets.UTF_8));
  }

  /// Makes all webhooks of it trust the bundle. The configuration must have been read before the
  /// bundle was: who was overtaken by another replica meanwhile then writes nothing.
  ///
  /// @return whether it stands there now
  boolean put(ValidatingWebhookConfiguration read, String bundle) {
    var encoded = Base64.getEncoder().encodeToString(bundle.getBytes(StandardCharsets.UTF_8));
    var patch = patch(read, encoded);
    if (patch.size() == 1) {
      return true;
    }
    try {
      resource().patch(PatchContext.of(PatchType.JSON), patch.toString());
      return true;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() == HTTP_CONFLICT || refused.getCode() == HTTP_NOT_FOUND) {
        return false;
      }
      throw refused;
    }
  }

  /// Always begins with the resource version, which makes an overtaken patch a conflict.
  private static ArrayNode patch(ValidatingWebhookConfiguration read, String encoded) {
    var patch = JsonNodeFactory.instance.arrayNode();
    operation(
        patch, "replace", "/metadata/resourceVersion", read.getMetadata().getResourceVersion());
    for (int i = 0; i < read.getWebhooks().size(); i++) {
      if (!encoded.equals(read.getWebhooks().get(i).getClientConfig().getCaBundle())) {
        operation(patch, "add", "/webhooks/" + i + "/clientConfig/caBundle", encoded);
      }
    }
    return patch;
  }

  private static void operation(ArrayNode patch, String operation, String path, String value) {
    patch.addObject().put("op", operation).put("path", path).put("value", value);
  }
}
