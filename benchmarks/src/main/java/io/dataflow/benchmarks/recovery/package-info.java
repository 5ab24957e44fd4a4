/// What the end of a processor costs: [Recovery] runs a [Trial] of each [Ending] while a [Feed]
/// goes on sending.
package io.dataflow.benchmarks.recovery;
