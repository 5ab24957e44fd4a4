/// A TCP proxy between a client and a server on this machine that breaks connections at chosen
/// moments.
///
/// - [FaultProxy]: forwards, cuts, pauses; a [Trap] waits for a [Moment] in what passes.
/// - [WireProtocol]: where messages begin and end; [KafkaWire], [PostgresqlWire], [HttpWire] and
///   [TrinoWire] know it.
package io.dataflow.testbed.proxy;
