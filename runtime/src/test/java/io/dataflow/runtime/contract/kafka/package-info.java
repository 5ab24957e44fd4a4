/// The contracts on a real Kafka.
///
/// - [KafkaSinkContractTest], [KafkaSourceContractTest] with their fixtures.
/// - [KafkaSite]: the brokers; [TopicTarget], [TopicOrigin]: topics from their owner's side.
package io.dataflow.runtime.contract.kafka;
