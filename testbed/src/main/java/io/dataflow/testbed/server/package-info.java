/// What every server of the testbed stands on: `ServerProcess` and `Lifecycle` start and end it,
/// `Folder`, `Ports`, `Unprivileged` and `Certificate` are what it gets of this machine, and
/// `ServerException` says why it did not start; `Await` waits until something
/// holds.
package io.dataflow.testbed.server;
