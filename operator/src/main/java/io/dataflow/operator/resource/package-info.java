/// The custom resource as the API server holds it.
package io.dataflow.operator.resource;
