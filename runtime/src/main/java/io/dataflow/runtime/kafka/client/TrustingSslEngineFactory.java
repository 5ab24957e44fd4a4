package io.dataflow.runtime.kafka.client;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/// Accepts any certificate of a broker: what `tls.insecureSkipVerify: true` asks for. Its own
/// certificate it shows like any client. Made by Kafka's client from its class name.
public final class TrustingSslEngineFactory implements SslEngineFactory {
  private final DefaultSslEngineFactory own = new DefaultSslEngineFactory();
  private SSLContext context;

  /// For Kafka's client.
  public TrustingSslEngineFactory() {}

  @Override
  public void configure(Map<String, ?> configs) {
    own.configure(configs);
    try {
      context = SSLContext.getInstance("TLS");
      context.init(ownKeys(), new TrustManager[] {new TrustAll()}, null);
    } catch (GeneralSecurityException e) {
      throw new KafkaException("no TLS with this certificate", e);
    }
  }

  private KeyManager[] ownKeys() throws GeneralSecurityException {
    if (own.keystore() == null) {
      return new KeyManager[0];
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.keystore(), null);
    return keys.getKeyManagers();
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
    return own.keystore();
  }

  @Override
  public KeyStore truststore() {
    return null;
  }

  @Override
  public void close() throws IOException {
    own.close();
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
