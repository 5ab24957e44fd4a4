/// The chain of steps against loops that do the same by hand.
///
/// - `Steps`: the command; `StepsBenchmark`: what JMH runs; `Agreement`: all give the same
///   records
/// - `StepsLoop` by a `Way`: `ChainLoop` (the processor's own), `TreeLoop`, `StreamLoop`,
///   `BytesLoop`
/// - `AvroBenchmark`: Avro into JSON, against the loop of `AvroHand`
package io.dataflow.benchmarks.steps;
