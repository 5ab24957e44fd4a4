/// What is seen of a flow, as a status that tells the truth. All of it is pure.
package io.dataflow.operator.status;
