/// All that a flow and a flow on a schedule share about a processor; pure.
///
/// - `Workload`, `WorkloadName`, `Lifetime`, `ProcessorDefaults`: what it is made of
/// - `WorkloadChildren`: the list of what it needs beside it, one class for each object
/// - `ProcessorPod`, `ProcessorContainer`, `ProcessorImage`: the pod; `RestrictedPod`: its security
/// - `SpecJson`, `SpecHash`, `Digest`: what `spec.json` holds, and whether it changed
/// - `Rest`: maintenance windows
package io.dataflow.operator.workload;
