package io.dataflow.runtime.kafka;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.auth.SslEngineFactory;

/// Accepts any certificate: what `tls.insecureSkipVerify: true` asks for. Made by Kafka's client
/// from its class name.
public final class TrustingSslEngineFactory implements SslEngineFactory {
  private SSLContext context;

  /// For Kafka's client.
  public TrustingSslEngineFactory() {}

  @Override
  public void configure(Map<String, ?> configs) {
    try {
      context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustAll()}, null);
    } catch (GeneralSecurityException e) {
      throw new KafkaException("no TLS here", e);
    }
  }

  @Override
  public SSLEngine createClientSslEngine(String host, int port, String endpointIdentification) {
    var engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    return engine;
  }

  @Override
  public SSLEngine createServerSslEngine(String host, int port) {
    throw new UnsupportedOperationException("only a client trusts everybody");
  }

  @Override
  public boolean shouldBeRebuilt(Map<String, Object> nextConfigs) {
    return false;
  }

  @Override
  public Set<String> reconfigurableConfigs() {
    return Set.of();
  }

  @Override
  public KeyStore keystore() {
    return null;
  }

  @Override
  public KeyStore truststore() {
    return null;
  }

  @Override
  public void close() throws IOException {
    // Nothing is open.
  }

  private static final class TrustAll implements X509TrustManager {
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
}
