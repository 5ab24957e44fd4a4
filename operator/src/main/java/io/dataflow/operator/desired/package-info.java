/// What a DataFlow should have in its namespace: one class for each Kubernetes object, all of them
/// pure. [Desired] lists them.
package io.dataflow.operator.desired;
