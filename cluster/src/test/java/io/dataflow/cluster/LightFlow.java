package io.dataflow.cluster;

/// The spec of a flow whose pods are not really there: it has all the children that there can be.
final class LightFlow {
  /// It needs the Secret `shop`, key `url`.
  static final String SPEC =
      """
      source:
        type: postgresql
        config: {connectionStringSecretRef: {name: shop, key: url}, table: orders}
      sink:
        type: kafka
        config: {brokers: [kafka:9092], topic: orders}
      """;

  private LightFlow() {}
}
