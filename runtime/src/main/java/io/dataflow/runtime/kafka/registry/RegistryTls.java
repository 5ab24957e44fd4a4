package io.dataflow.runtime.kafka.registry;

import io.dataflow.api.connector.security.SecurityProtocol;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.tls.TrustAnyone;
import io.dataflow.runtime.kafka.client.KafkaLogin;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/// A registry's `tls`, read as Kafka's client reads that of the brokers: the same keys mean the
/// same.
///
/// @param connector whose registry it is: `source kafka`
record RegistryTls(String connector, Tls tls) {

  /// @throws FlowException when a certificate cannot be read or is none
  SSLContext context() {
    var properties =
        new KafkaLogin(
                connector + ", `schemaRegistry`",
                SecurityProtocol.SSL,
                Optional.of(tls),
                Optional.empty())
            .properties();
    try (var factory = new DefaultSslEngineFactory()) {
      var definition = new ConfigDef();
      SslConfigs.addClientSslSupport(definition);
      properties.remove("ssl.engine.factory.class");
      factory.configure(definition.parse(properties));
      return tls.insecureSkipVerify() && tls.caFile().isEmpty()
          ? trustingAnyone(factory)
          : factory.sslContext();
    } catch (KafkaException | GeneralSecurityException e) {
      throw new FlowException(
          connector
              + ": `schemaRegistry.tls` holds what is no certificate or key in PEM. Correct it.",
          e);
    }
  }

  private static SSLContext trustingAnyone(DefaultSslEngineFactory factory)
      throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(factory.keystore(), null);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), new TrustManager[] {new TrustAnyone()}, null);
    return context;
  }
}
