/// Leader election: of several replicas only the one that holds the Lease writes.
///
/// - `LeaderElection`: acquires and renews the Lease; `LeaseLock`: the Lease itself; `LeaseTimings`
/// - `LeaderFence`: stops every write of a replica that does not lead
package io.dataflow.kubernetes.leader;
