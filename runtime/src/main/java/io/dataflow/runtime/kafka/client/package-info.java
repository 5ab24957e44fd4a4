/// What source and sink need of Kafka's client: [KafkaLogin] for `securityProtocol`, `tls` and
/// `sasl`, [TrustingSslEngineFactory] for `insecureSkipVerify`, [AdminRequest] for what only the
/// brokers can tell, [KafkaProblem] for what goes wrong.
package io.dataflow.runtime.kafka.client;
