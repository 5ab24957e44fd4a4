package io.dataflow.runtime.connector.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Accepts any certificate, for any name: what `tls.insecureSkipVerify: true` asks for. An extended
/// trust manager also answers for the name, which the JDK's HTTP client would look at otherwise.
public final class TrustAnyone extends X509ExtendedTrustManager {
  /// For any connection.
  public TrustAnyone() {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    // Trusted, whoever it is.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
    // Trusted, whoever it is.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    // Trusted, whoever it is.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    // Trusted, whoever it is.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    // Trusted, whoever it is.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    // Trusted, whoever it is.
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
