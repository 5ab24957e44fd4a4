/// One container of a pod as a process of this machine.
///
/// - `ContainerRun`: its life, from run to run
/// - `LaunchPlan`, `Environment`: what it takes to start it
/// - `ContainerProcess`, `ContainerStop`, `LastWords`: one run, its end, and what it leaves behind
/// - `BackOff`, `RestartPolicy`, `Patience`: whether it runs again, and when
/// - `Probes`, `ProbeLoop`, `ProbeCheck`: how it is
/// - `LogStream`: what it wrote
package io.dataflow.testbed.cluster.container;
