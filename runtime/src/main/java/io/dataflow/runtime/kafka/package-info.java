/// `type: kafka`: the source on camel-kafka, and what the sink shares with it.
///
/// - The source: [KafkaSourceConnector] gives Camel a [PrefetchingConsumer]. Its [BrokerReader]
///   reads one [Fetch] ahead through a [Handoff], [Commits] commits the [Positions] that the flow
///   has acknowledged. [OffsetReset] says where reading begins, [TopicEnd] whether the topic is
///   read to its end, [Silence] whether the brokers are there; [Membership] is the place in the
///   group.
/// - What a sink may do with a batch's place: [KafkaMark], of which the source's is a [FetchMark];
///   [StoredOffsets] is its form in a store, [SourceIdentity] tells topics of one name apart.
/// - The sink is in `sink/`; what both need of the client is in `client/`.
package io.dataflow.runtime.kafka;
