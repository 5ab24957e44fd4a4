package io.dataflow.api.connector.security;

import io.dataflow.api.model.Name;

/// How a Kafka client proves who it is.
public enum SaslMechanism {
  /// Name and password as they are.
  @Name("plain")
  PLAIN,
  /// SCRAM with SHA-256.
  @Name("scram-sha-256")
  SCRAM_SHA_256,
  /// SCRAM with SHA-512.
  @Name("scram-sha-512")
  SCRAM_SHA_512
}
