/// The pod that a processor runs in.
///
/// - `ProcessorPod`, `ProcessorContainer`: its template
/// - `ProcessorImage`, `ImageName`: its image
/// - `RestrictedPod`: its security
package io.dataflow.operator.workload.pod;
