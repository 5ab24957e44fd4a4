package io.dataflow.testbed;

import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Ports;

/// The guarded doors of a broker started with [KafkaServer#startSecured()]: one user, who may come
/// in by PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512, and one certificate.
/// Rights can be given and taken by Kafka's ACLs; what has none is everybody's.
public final class KafkaSecurity {
  private final int saslPort = Ports.free();
  private final int tlsPort = Ports.free();
  private final int saslTlsPort = Ports.free();
  private final int mutualTlsPort = Ports.free();
  private final Folder folder;
  private final Certificate certificate;

  KafkaSecurity(Folder folder) {
    this.folder = folder;
    this.certificate = Certificate.create(folder);
  }

  /// The address that wants SASL without TLS, as `host:port`.
  public String saslBootstrap() {
    return KafkaServer.HOST + ":" + saslPort;
  }

  /// The address that wants TLS; a certificate of the client is looked at when it shows one.
  public String tlsBootstrap() {
    return KafkaServer.HOST + ":" + tlsPort;
  }

  /// The address that wants TLS and a certificate of the client.
  public String mutualTlsBootstrap() {
    return KafkaServer.HOST + ":" + mutualTlsPort;
  }

  /// The address that wants SASL inside TLS.
  public String saslTlsBootstrap() {
    return KafkaServer.HOST + ":" + saslTlsPort;
  }

  /// The name of the one user.
  public String username() {
    return "flow";
  }

  /// The password of the one user; it has characters that a careless JAAS line breaks on.
  public String password() {
    return "s3cr\"et;\\ word";
  }

  /// The broker's certificate, which a client must be told to trust.
  public Certificate certificate() {
    return certificate;
  }

  String listeners() {
    return ",SASL://%1$s:%2$d,TLS://%1$s:%3$d,SASLTLS://%1$s:%4$d,MUTUALTLS://%1$s:%5$d"
        .formatted(KafkaServer.HOST, saslPort, tlsPort, saslTlsPort, mutualTlsPort);
  }

  String properties() {
    return """
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,\
    SASL:SASL_PLAINTEXT,TLS:SSL,SASLTLS:SASL_SSL,MUTUALTLS:SSL
    sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
    ssl.keystore.type=PEM
    ssl.keystore.location=%s
    ssl.truststore.type=PEM
    ssl.truststore.location=%s
    ssl.client.auth=requested
    listener.name.mutualtls.ssl.client.auth=required
    # whoever comes through the open port may do everything, others what nobody has forbidden
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    super.users=User:ANONYMOUS
    allow.everyone.if.no.acl.found=true
    """
            .formatted(folder.file("both.pem"), certificate.caFile())
        + logins("sasl")
        + logins("sasltls");
  }

  private String logins(String listener) {
    var plain = "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\";";
    var quoted = password().replace("\\", "\\\\").replace("\"", "\\\"");
    var prefix = "listener.name." + listener + ".";
    var scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;\n";
    // A backslash counts twice in a properties file, as it does in a JAAS line.
    return prefix
        + "plain.sasl.jaas.config="
        + plain.formatted(username(), quoted).replace("\\", "\\\\")
        + "\n"
        + prefix
        + "scram-sha-256.sasl.jaas.config="
        + scram
        + prefix
        + "scram-sha-512.sasl.jaas.config="
        + scram;
  }
}
