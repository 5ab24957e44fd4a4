package io.dataflow.kubernetes.leader;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Keeps a replica that does not lead from writing anything, whatever it has decided before: each
/// request is held against the Lease in the moment in which it is sent, tries after the first
/// included.
public final class LeaderFence implements Interceptor {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final BooleanSupplier leads;

  /// @param leads whether this replica leads now
  public LeaderFence(BooleanSupplier leads) {
    this.leads = leads;
  }

  /// A client behind this fence.
  public KubernetesClient client(Config access) {
    return new KubernetesClientBuilder()
        .withConfig(access)
        .withHttpClientBuilderConsumer(
            builder -> builder.addOrReplaceInterceptor("leader-fence", this))
        .build();
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (!READS.contains(request.method()) && !leads.getAsBoolean()) {
      throw new KubernetesClientException(
          "not sent, as this replica of the operator does not lead: %s %s"
              .formatted(request.method(), request.uri().getPath()));
    }
  }
}
