/// The settings of sources and sinks as a manifest has them: one record each, checked before
/// anything runs.
///
/// - `Source`, `Sink`: the choices there are
/// - `KafkaSource`, `KafkaSink`; what they share: `KafkaSecurity`, `SecurityProtocol`, `Sasl`,
///   `SaslMechanism`; the schemas of messages: `AvroSchema`, `SchemaRegistry`, `BasicAuth`; what
///   options are made of is in `option`
/// - `PostgresqlSource`, `PostgresqlSink`; what they share: `PostgresqlConnection`
/// - `PostgresqlCdcSource`, with `SnapshotMode` and `EnvelopeFormat`
/// - `ClickhouseSink` with `TableEngine`; its address: `ClickhouseConnection`
/// - `TrinoSource`, `TrinoSink`; their address and login: `TrinoConnection` with `Keycloak`
/// - `EndpointSource`, `EndpointSink`: what Camel reads and writes
/// - `Tls`: encryption of any connection
package io.dataflow.api.connector;
