/// What a node of the kubelet's knows of its pods, and what they share.
///
/// - `Node`, `Host`: a machine that pods seem to run on; what all of them share
/// - `PodSettings`, `Images`: how pods behave, and which images there are
/// - `PodContext`, `PodFolder`, `PodFields`: one pod, where its files lie, the downward API
/// - `PodApi`, `Warnings`: what is asked of the API server and said to it
/// - `Volumes`, `VolumeFiles`, `Mounts`: volumes as folders, and where containers see them
/// - `ContainerHistory`: what a container did, in the words of its status
/// - `AddressBlock`, `Guard`: addresses for pods; no process outlives the JVM
/// - `StuckException`: a container cannot be started as things are
package io.dataflow.testbed.cluster.node;
