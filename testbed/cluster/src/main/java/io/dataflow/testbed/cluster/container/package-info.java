/// One container of a pod as a process of this machine.
///
/// - `ContainerRunner`: its life, from run to run
/// - `ContainerLaunch`, `Environment`: what it takes to start it
/// - `ContainerProcess`, `ContainerTermination`, `TerminationMessage`: one run, its end, and what
///   it leaves behind
/// - `BackOff`, `RestartPolicy`, `RetryUntilStopped`: whether it runs again, and when
/// - `Probes`, `ProbeLoop`, `ProbeCheck`: how it is
/// - `LogStream`: what it wrote
package io.dataflow.testbed.cluster.container;
