package io.dataflow.operator;

import io.dataflow.kubernetes.certificate.CertificateSource;
import io.dataflow.kubernetes.certificate.MountedCertificate;
import io.dataflow.kubernetes.certificate.SelfManagedCertificate;
import io.dataflow.kubernetes.certificate.WebhookIdentity;
import io.dataflow.kubernetes.http.HttpEndpoint;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.kubernetes.http.Probes;
import io.dataflow.kubernetes.metrics.scrape.MetricsPage;
import io.dataflow.kubernetes.metrics.scrape.ScrapedPod;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.webhook.WebhookServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the operator answers: metrics, probes, and the webhook where one is wanted. Every replica
/// does, whether it leads or not.
final class OperatorEndpoints implements AutoCloseable {
  private final OperatorSettings settings;
  private final OperatorMeters meters;
  private final DataFlowOperator operator;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  OperatorEndpoints(OperatorSettings settings, OperatorMeters meters, DataFlowOperator operator) {
    this.settings = settings;
    this.meters = meters;
    this.operator = operator;
  }

  void open(ListenAddress metrics, ListenAddress health, KubernetesClient client) {
    Supplier<List<ScrapedPod>> pods = settings.gathersMetrics() ? operator::processors : List::of;
    open.push(
        HttpEndpoint.open(
            metrics,
            Map.of(
                "/metrics", MetricsPage.of(meters.registry(), pods, OperatorMeters.PROCESSORS))));
    var conditions = new HashMap<String, BooleanSupplier>();
    conditions.put("caches", operator::isReady);
    certificates(client)
        .map(this::serve)
        .ifPresent(webhook -> conditions.put("webhook", webhook::isReady));
    open.push(HttpEndpoint.open(health, Probes.pages(conditions)));
  }

  private WebhookServer serve(CertificateSource certificates) {
    open.push(certificates);
    var address = new ListenAddress(settings.bindAddress(), WebhookServer.PORT);
    var server = WebhookServer.start(address, certificates);
    open.push(server);
    return server;
  }

  private Optional<CertificateSource> certificates(KubernetesClient client) {
    return settings
        .webhookCertificates()
        .<CertificateSource>map(MountedCertificate::in)
        .or(() -> settings.webhook().map(identity -> own(client, identity)));
  }

  private CertificateSource own(KubernetesClient client, WebhookIdentity identity) {
    var owner = settings.deployment().flatMap(it -> it.asOwner(client));
    return SelfManagedCertificate.start(client, identity, owner);
  }

  @Override
  public void close() throws Exception {
    for (var closeable : open) {
      closeable.close();
    }
  }
}
