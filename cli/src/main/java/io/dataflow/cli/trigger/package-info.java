/// The triggers of a DataFlowCron on this machine: `./dataflow run`.
///
/// - `TriggerChain`: shows them, or runs their commands one after the other
/// - `TriggerCommand`: what one of them runs here; `RunFacts`: what it is told of its run
package io.dataflow.cli.trigger;
