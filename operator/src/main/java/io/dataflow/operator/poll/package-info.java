/// Asks processors how they are.
package io.dataflow.operator.poll;
