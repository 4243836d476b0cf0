package gantry.local.function;

import java.io.IOException;

/** Starts child processes that end with the local cloud. */
@FunctionalInterface
public interface Launcher {
  Process start(String name, ProcessBuilder builder) throws IOException;
}
