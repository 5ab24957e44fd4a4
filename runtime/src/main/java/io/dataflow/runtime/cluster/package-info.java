/// The cluster as seen from inside a pod, without a client library: a processor needs one object.
package io.dataflow.runtime.cluster;
