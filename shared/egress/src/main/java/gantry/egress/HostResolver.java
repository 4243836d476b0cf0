package gantry.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds a host's addresses. */
@FunctionalInterface
public interface HostResolver {
  /** Never an empty array. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
