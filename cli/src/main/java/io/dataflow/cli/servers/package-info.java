/// `dataflow servers`: the servers of the connectors on this machine, for somebody who tries things
/// out.
///
/// - [ServersCommand]: the command line
/// - [ServersSession]: from their start to Ctrl-C; apart from the command, because an image has the
///   command and no servers
/// - [ServerName]: which there are; [LocalServer]: one that runs
package io.dataflow.cli.servers;
