/// Real servers for tests and for the demo, as processes of this machine.
///
/// - `Servers`: one of each for all tests of a JVM
/// - `KafkaServer` with `KafkaHome`, `KafkaProperties`, `KafkaSecurity`; `PostgresqlServer`
///   with `PostgresqlHome`; others in packages of their own, `clickhouse`, `registry`, `trino`
/// - `server`: how a server is started and ended
/// - `Goodbye`: what a person sees after Ctrl-C
package io.dataflow.testbed;
