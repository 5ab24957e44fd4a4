/// One of several replicas decides and writes: the Lease, and the wall that keeps the others out.
package io.dataflow.operator.leader;
