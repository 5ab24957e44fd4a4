/// What others ask a processor: [HealthServer] answers the probes ([Probe]), `/metrics` and
/// `/status` ([Status], [StatusState]); [LastWords] are what Kubernetes keeps of a pod that has
/// ended; [Jolokia] opens JMX over HTTP on localhost.
package io.dataflow.runtime.health;
