/// Real servers for tests and for the demo, as processes of this machine.
///
/// - `Servers`: one of each for all tests of a JVM
/// - `KafkaServer` with `KafkaHome`, `KafkaProperties`, `KafkaSecurity`; `PostgresqlServer`
///   with `PostgresqlHome`; `SchemaRegistryServer` with `SchemaRegistryHome` and, before it,
///   `SchemaRegistryDoor`; `Certificate`
/// - `ClickHouseServer`, a process of `ClickHouseLauncher` with the engine from `ClickHouseHome`
/// - `ServerProcess`, `Lifecycle`, `Folder`, `Ports`, `Unprivileged`, `ServerException`: how a
///   server is started and ended
/// - `Await`: waits until something holds; `Goodbye`: what a person sees after Ctrl-C
package io.dataflow.testbed;
