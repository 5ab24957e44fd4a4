/// HTTP with limits: plain ports for probes and metrics, and requests to pods that may be hostile.
///
/// - `HttpEndpoint`, `ListenAddress`, `TextResponse`: a port and its pages; `Probes`
/// - `PodClient`, `PodResponse`, `PodFailure`: asks a pod for a page
package io.dataflow.kubernetes.http;
