/// A real control plane for tests, and what stands in for the nodes it does not have.
package io.dataflow.testbed.cluster;
