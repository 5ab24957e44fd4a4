/// The Kafka source on camel-kafka.
///
/// - For the flow: [KafkaSourceFactory], [KafkaSourceConnector]. It gives Camel, by [KafkaClients],
///   a [PrefetchingConsumer].
/// - Reading: [BrokerReader] reads one [Fetch] ahead through a [Handoff]; [MeteredBytes] bounds it,
///   [OffsetReset] says where it begins, [TopicCheck] whether the topic is there, [TopicEnd]
///   whether it is read to its end, [Silence] whether the brokers are there.
/// - Committing: [Commits] commits the [Positions] that the flow has acknowledged by a [FetchMark];
///   [StoredOffsets] is their form in a sink's store.
/// - In the group: [Membership], [DrainingListener].
package io.dataflow.runtime.kafka.source;
