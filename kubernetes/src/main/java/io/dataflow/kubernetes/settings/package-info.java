/// Settings from the environment: what cannot be meant is refused by name, before anything runs.
package io.dataflow.kubernetes.settings;
