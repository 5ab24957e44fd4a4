/// The servers of a chaos run, and the user's flow on them.
///
/// - [ChaosServers]: those of a [ServerKind] that the flow needs, behind proxies.
/// - [LocalFlow]: the user's flow with the addresses of these servers; [FlowEnds]: its topics and
///   tables there.
/// - [SourceFeed]: puts records into the source, [TopicFeed], [TableFeed] or [ChangesFeed]; a
///   [PatientConnection] outlives restarts.
/// - [SinkContent]: reads what a sink holds, [TopicContent], [TableContent] or
///   [ClickhouseContent].
/// - [LocalTable]: a table in PostgreSQL; [Columns]: those of a table, each of a [ColumnKind].
package io.dataflow.cli.chaos.world;
