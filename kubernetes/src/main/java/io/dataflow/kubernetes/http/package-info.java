/// HTTP with limits: plain ports for probes and metrics, and requests to pods that may be hostile.
///
/// - `HttpEndpoint`, `ListenAddress`, `TextResponse`: a port and its pages; `Probes`;
///   `BodyBudget`: the memory for bodies
/// - `PodClient`, `PodResponse`, `PodFailure`: asks a pod for a page
package io.dataflow.kubernetes.http;
