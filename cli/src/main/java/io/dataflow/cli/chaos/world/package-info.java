/// The servers of a chaos run, and the user's flow on them.
///
/// - [ChaosServers]: a Kafka and a PostgreSQL behind proxies.
/// - [LocalFlow]: the user's flow with the addresses of these servers.
/// - [SourceFeed]: puts records into the source, [TopicFeed] or [TableFeed].
/// - [SinkContent]: reads what a sink holds, [TopicContent] or [TableContent].
package io.dataflow.cli.chaos.world;
