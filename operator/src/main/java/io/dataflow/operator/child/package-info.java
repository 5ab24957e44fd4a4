/// How children are made as they should be, watched and told of, whatever they are children of.
///
/// - `Children`, `Change`: makes them, by server-side apply; `RollingUpdateBlock`
/// - `ChildWatches`, `WatchedKind`, `News`: watches them; `Trimmed`, `Fingerprint`: what is kept
/// - `FlowEvents`, `EventPost`: events
/// - `ChildException`, `FlowException`, `Failure`, `NamespaceEnd`: what may go wrong
/// - `CheckpointReset`: the one-shot reset; `LeavingPods`: pods that go
package io.dataflow.operator.child;
