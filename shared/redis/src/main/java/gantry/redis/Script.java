package gantry.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A Lua script that answers a list of integers and texts. Its keys must have one hash tag in
 * common, so that it also runs where keys are spread over many servers.
 */
public final class Script {
  private final String lua;
  private final String digest;

  public Script(String lua) {
    this.lua = lua;
    this.digest = sha1(lua);
  }

  /** Sends the text only to a server that does not know the script yet. */
  public CompletionStage<List<Object>> run(Session session, List<String> keys, byte[]... args) {
    var names = keys.toArray(String[]::new);
    return session
        .commands()
        .<List<Object>>evalsha(digest, ScriptOutputType.MULTI, names, args)
        .exceptionallyCompose(failure -> {
          if (cause(failure) instanceof RedisNoScriptException) {
            return session.commands().eval(lua, ScriptOutputType.MULTI, names, args);
          }
          throw new CompletionException(cause(failure));
        });
  }

  /** An argument of a script. */
  public static byte[] arg(Object value) {
    return String.valueOf(value).getBytes(UTF_8);
  }

  /** An integer that a script answered. */
  public static long integer(Object answered) {
    return (Long) answered;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static String sha1(String text) {
    try {
      // Redis names scripts so; it protects nothing.
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-1", impossible);
    }
  }
}
