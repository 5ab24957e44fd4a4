/// The Kafka sink: a batch is sent without waiting, and is written when the brokers have all of it.
///
/// - For the flow: `KafkaSinkFactory`, `KafkaWriter`.
/// - A batch: `RecordSender`; with the offsets `Transaction`, under a `TransactionalId`.
/// - A record: `RecordForm` (key, headers, tombstones); `MisfitRecordException` when it cannot be
///   one.
/// - Around it: `SinkTopic` (address, login, what a failure means), `ProducerSettings`.
/// - Refusals: `TopicLimits` (which records travel alone), `RecordFault` (whose fault it is).
package io.dataflow.runtime.kafka.sink;
