/// `dataflow chaos`: a flow is killed again and again, and at the end every record is counted.
///
/// - [ChaosSession]: a run on servers of its own and its verdict, by [Chaos]; [ChaosOptions]: what
///   may be chosen.
/// - [Killing]: kills at a [KillMoment]; [Faults]: does a [Fault] that nobody dies of.
/// - [Processors]: the processes of the flow. [Feeding]: goes on feeding its source meanwhile.
package io.dataflow.cli.chaos;
