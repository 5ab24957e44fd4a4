/// Where the positions of polling sources are kept.
///
/// - [Checkpoints] chooses the store; [MemoryCheckpointStore] forgets, [CoalescingCheckpointStore]
///   writes what is newest, as [Saving] says, and tells [CheckpointEvents]; [Outage] says how long
///   it may fail.
/// - A [CheckpointPlace] is a [CheckpointFile] or a [CheckpointConfigMap], whose [ConfigMapVersion]
///   is compared and set. It holds a [Checkpoint], to which a [Change] is made.
/// - [CheckpointOptions] is what the command line says, [Resets] which resets have been done.
package io.dataflow.runtime.checkpoint;
