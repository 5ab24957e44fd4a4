/// Chains of steps, and loops that do the same by hand.
///
/// - `Job`: what is to be done to which records; a `Way` to do it is a `StepsLoop`; `Agreement`:
///   all ways of a job give the same records
/// - `ChainLoop`: the processor's own steps
/// - with orders: `TreeLoop`, `StreamLoop`, `BytesLoop`
/// - with each `Event`, an order in an envelope: `EventTreeLoop`, `EventStreamLoop`
package io.dataflow.benchmarks.steps.loop;
