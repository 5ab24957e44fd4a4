/// Has an upgrade of the operator reach the flows a few at a time.
package io.dataflow.operator.upgrade;
