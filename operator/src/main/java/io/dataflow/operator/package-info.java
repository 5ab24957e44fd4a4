/// The cluster side: makes processors of DataFlows, and says how they are.
package io.dataflow.operator;
