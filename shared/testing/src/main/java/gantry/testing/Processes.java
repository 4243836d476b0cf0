package gantry.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What /proc knows about processes. */
public final class Processes {
  private Processes() {}

  /** Whether it runs; one that has ended and is only not yet reaped by its parent does not. */
  public static boolean isRunning(long pid) {
    try {
      var stat = Files.readString(proc(pid, "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  /** Those that work in a folder or below it, or name it on their command line. */
  public static List<Long> of(Path folder) {
    try (var all = ProcessHandle.allProcesses()) {
      return all.map(ProcessHandle::pid)
          .filter(pid -> worksIn(pid, folder) || commandLine(pid).contains(folder.toString()))
          .filter(Processes::isRunning)
          .toList();
    }
  }

  /** All of it, which ProcessHandle does not give for long ones; arguments end with NUL. */
  public static String commandLine(long pid) {
    try {
      return Files.readString(proc(pid, "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean worksIn(long pid, Path folder) {
    try {
      return Files.readSymbolicLink(proc(pid, "cwd")).startsWith(folder);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", String.valueOf(pid), file);
  }
}
