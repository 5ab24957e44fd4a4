/// Connectors beside their limits.
///
/// - [KafkaClickhouse]: a topic into a ClickHouse table, by this processor and by
///   [ClickhouseLoopProgram], the loop that a person writes by hand.
package io.dataflow.benchmarks.connectors;
