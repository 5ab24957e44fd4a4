package io.dataflow.operator.webhook;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.dataflow.kubernetes.certificate.CertificateSource;
import io.dataflow.kubernetes.certificate.ReloadingKeys;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.kubernetes.http.PortException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The validating webhook's HTTPS port (`docs/install.md`).
public final class WebhookServer implements AutoCloseable {
  /// Where the API server asks.
  public static final String PATH = "/validate-dataflow-dataflow-io-v1-dataflow";

  /// Where it asks about flows on a schedule.
  public static final String CRON_PATH = PATH + "cron";

  static final List<String> PATHS = List.of(PATH, CRON_PATH);

  /// The port it is at.
  public static final int PORT = 9443;

  private static final int GRACE_SECONDS = 5;

  private final HttpsServer server;
  private final CertificateSource certificates;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WebhookServer(HttpsServer server, CertificateSource certificates) {
    this.server = server;
    this.certificates = certificates;
  }

  /// Starts to answer.
  ///
  /// @param certificates asked at each handshake; stays the caller's to close
  /// @throws PortException when the port cannot be had
  public static WebhookServer start(ListenAddress address, CertificateSource certificates) {
    try {
      var webhook = new WebhookServer(HttpsServer.create(address.socket(), 0), certificates);
      var tls = new HttpsConfigurator(ReloadingKeys.context(certificates));
      webhook.server.setHttpsConfigurator(tls);
      webhook.server.setExecutor(webhook.threads);
      webhook.server.createContext("/", new AdmissionHandler());
      webhook.server.start();
      return webhook;
    } catch (IOException failure) {
      throw new PortException(address, failure);
    }
  }

  /// The port it answers on.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Whether API servers can talk to it: its certificate is valid at this moment.
  public boolean isReady() {
    return certificates.current().isValidAt(Instant.now());
  }

  /// Finishes the answers under way, for some seconds at most.
  @Override
  public void close() {
    server.stop(GRACE_SECONDS);
    threads.close();
  }
}
