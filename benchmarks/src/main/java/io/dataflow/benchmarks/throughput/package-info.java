/// Records from a topic through three steps into a table, by everybody who can do that.
///
/// - `KafkaPostgresql`: the command; `Track`, `Race`, `Warmup`, `Lap`, `LapResult`, `Tables`:
///   runs and their results; `GroupWatch`: when reading began
/// - `Contestant` by its `Entry`: `Processor`, `HandLoop` with `HandLoopProgram`,
///   `KafkaConnect`, `Ceiling` with `CeilingProgram`
/// - `Outage`: the sink goes away in the middle
package io.dataflow.benchmarks.throughput;
