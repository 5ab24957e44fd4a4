/// What a thousand flows cost the operator.
package io.dataflow.benchmarks.operator;
