package io.dataflow.operator.webhook;

import io.dataflow.kubernetes.certificate.ServingCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Calls the webhook over HTTPS as the API server does: it trusts the given authorities alone, and
/// checks the name.
record WebhookClient(HttpClient http, int port) {
  static WebhookClient of(int port, ServingCertificate trusted) {
    return of(port, List.of(trusted.authority()));
  }

  static WebhookClient of(int port, List<X509Certificate> trusted) {
    return new WebhookClient(HttpClient.newBuilder().sslContext(trusting(trusted)).build(), port);
  }

  private static SSLContext trusting(List<X509Certificate> trusted) {
    try {
      var authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      for (int i = 0; i < trusted.size(); i++) {
        authorities.setCertificateEntry("authority-" + i, trusted.get(i));
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return post(WebhookServer.PATH, body);
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
    return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }
}
