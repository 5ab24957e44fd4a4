/// What any operator needs, whatever its resources are: nothing here knows what one of them is for.
///
/// - `leader`: one of several replicas writes
/// - `http`: ports, probes, and requests to pods, all with limits
/// - `certificate`: what a webhook shows
/// - `metrics`: of reconciles, and of pods as one page
package io.dataflow.kubernetes;
