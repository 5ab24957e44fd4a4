package io.dataflow.runtime.camel;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

/// What can be seen of Camel in this JVM.
final class Jmx {
  private Jmx() {}

  /// All attributes of all of Camel's beans, and its routes in full.
  static List<String> everything() throws JMException {
    var server = ManagementFactory.getPlatformMBeanServer();
    var all = new ArrayList<String>();
    for (var name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
      try {
        addAll(server, name, all);
      } catch (InstanceNotFoundException e) {
        // Of another test's flow, which has just ended.
        all.add(e.toString());
      }
    }
    return all;
  }

  private static void addAll(MBeanServer server, ObjectName name, List<String> all)
      throws JMException {
    all.add(name.toString());
    for (var attribute : server.getMBeanInfo(name).getAttributes()) {
      try {
        all.add(String.valueOf(server.getAttribute(name, attribute.getName())));
      } catch (RuntimeMBeanException e) {
        // An attribute that the part of Camel does not have.
        all.add(e.toString());
      }
    }
    for (var operation : server.getMBeanInfo(name).getOperations()) {
      if (operation.getName().equals("dumpRoutesAsXml") && operation.getSignature().length == 1) {
        all.add(
            String.valueOf(
                server.invoke(
                    name, operation.getName(), new Object[] {true}, new String[] {"boolean"})));
      }
    }
  }
}
