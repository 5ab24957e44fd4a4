package io.dataflow.kubernetes.certificate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// By which names the API server knows the webhook.
///
/// @param namespace where the operator and its Service are
/// @param service the Service's name
/// @param configuration the name of the `ValidatingWebhookConfiguration`
/// @param managedBy who makes the Secret with the certificate, for its label
/// @param otherNames host names and IP addresses besides those of the Service
/// @param life how long a certificate made here is valid
public record WebhookIdentity(
    String namespace,
    String service,
    String configuration,
    String managedBy,
    List<String> otherNames,
    Duration life) {
  private static final Duration YEAR = Duration.ofDays(365);

  /// The webhook behind a Service, with certificates of a year.
  public static WebhookIdentity of(
      String namespace, String service, String configuration, String managedBy) {
    return new WebhookIdentity(namespace, service, configuration, managedBy, List.of(), YEAR);
  }

  /// The Secret that holds the certificate.
  public String secret() {
    return service + "-webhook-cert";
  }

  /// The name that the API server calls.
  String host() {
    return service + "." + namespace + ".svc";
  }

  List<String> names() {
    var names = new ArrayList<>(List.of(host(), host() + ".cluster.local"));
    names.addAll(otherNames);
    return names;
  }
}
