/// Manifests as files, and what is wrong with them.
package io.dataflow.cli.manifest;
