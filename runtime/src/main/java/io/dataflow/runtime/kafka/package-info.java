/// `type: kafka`: the source on camel-kafka, and what the sink shares with it.
///
/// - The source: [KafkaSourceConnector] gives Camel a [PrefetchingConsumer]. Its [BrokerReader]
///   reads one [Fetch] ahead through a [Handoff], [Commits] commits the [Positions] that the flow
///   has acknowledged. [OffsetReset] says where reading begins, [TopicEnd] whether the topic is
///   read to its end, [Silence] whether the brokers are there; [Membership] is the place in the
///   group.
/// - The sink is in `sink/`.
/// - Both: [KafkaLogin] for `tls` and `sasl`, [KafkaProblem] for what goes wrong.
package io.dataflow.runtime.kafka;
