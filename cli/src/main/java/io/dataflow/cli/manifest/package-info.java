/// Manifests as files, what is wrong with them, and the templates that lie beside them.
package io.dataflow.cli.manifest;
