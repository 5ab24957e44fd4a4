package io.dataflow.api.connector.security;

/// How a Kafka client talks to its brokers.
public enum SecurityProtocol {
  /// Neither encrypted nor authenticated.
  PLAINTEXT,
  /// Encrypted.
  SSL,
  /// Authenticated, not encrypted.
  SASL_PLAINTEXT,
  /// Authenticated and encrypted.
  SASL_SSL
}
