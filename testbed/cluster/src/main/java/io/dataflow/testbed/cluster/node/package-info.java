/// What a node of the kubelet's knows of its pods, and what they share.
///
/// - `Node`, `NodeContext`: a machine that pods seem to run on; what all of them share
/// - `PodSettings`, `Images`: how pods behave, and which images there are
/// - `PodContext`, `PodDirectory`, `PodFields`: one pod, where its files lie, the downward API
/// - `PodApi`, `PodEvents`: what is asked of the API server and said to it
/// - `Volumes`, `VolumeFiles`, `Mounts`: volumes as folders, and where containers see them
/// - `ContainerStatusTracker`: what a container did, in the words of its status
/// - `PodCidr`, `ProcessReaper`: addresses for pods; no process outlives the JVM
/// - `ContainerWaitingException`: a container cannot be started as things are
package io.dataflow.testbed.cluster.node;
