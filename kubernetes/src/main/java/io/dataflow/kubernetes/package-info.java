/// What any operator needs, whatever its resources are: nothing here knows what one of them is for.
///
/// - `apply`: server-side apply of what a resource owns, and its pruning
/// - `cache`: what is watched, and what is kept of it
/// - `controller`: requeues, rate limits, deletion
/// - `event`: Kubernetes events
/// - `failure`: what may go wrong in a reconcile
/// - `settings`: what the environment says
/// - `leader`: one of several replicas writes
/// - `http`: ports, probes, and requests to pods, all with limits
/// - `certificate`: what a webhook shows
/// - `metrics`: of reconciles, and of pods as one page
package io.dataflow.kubernetes;
