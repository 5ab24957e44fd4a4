/// How long a record takes from the topic to the table when records come one by one.
///
/// - `Latency`: the command; `LatencyRun`: one contestant at one rate; `Delays`: what it has shown
/// - `SteadyOrders`: sends records at a steady rate and keeps when each was sent
package io.dataflow.benchmarks.latency;
