package gantry.fakefollowers.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import gantry.fakefollowers.model.Follower;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a message on {@code follower-batches}, as any producer may write it. */
public final class BatchMessage {
  private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\\uD800-\\uDFFF]{1,200}");

  /** SQS takes no such character, not even inside JSON. */
  private static final Pattern REFUSED = Pattern.compile("[\\uFFFE\\uFFFF]");

  private BatchMessage() {}

  public static FollowerBatch read(String text) {
    var document = FollowersDocument.read(text.getBytes(UTF_8));
    return batch(document.texts(), document.followers());
  }

  private static FollowerBatch batch(Map<String, String> texts, Followers followers) {
    if (followers.size() > FollowerBatch.MOST_READ) {
      throw new MalformedBatchException("More than " + FollowerBatch.MOST_READ + " followers");
    }
    try {
      var audit =
          new AuditRef(
              UUID.fromString(plain(texts, "audit")),
              plain(texts, "tenant"),
              plain(texts, "owner"),
              plain(texts, "creator"),
              plain(texts, "platform"));
      return new FollowerBatch(audit, number(plain(texts, "batch")), followers);
    } catch (IllegalArgumentException _) {
      throw new MalformedBatchException("audit is no UUID or batch is no number");
    }
  }

  private static int number(String text) {
    var number = Integer.parseInt(text);
    if (number < 0) {
      throw new NumberFormatException("Below zero");
    }
    return number;
  }

  private static String plain(Map<String, String> texts, String name) {
    var text = texts.get(name);
    if (text == null || !PLAIN.matcher(text).matches()) {
      throw new MalformedBatchException(name + " is missing or no plain text");
    }
    return text;
  }

  public static String write(FollowerBatch batch) {
    var text = new StringWriter();
    try (var json = FollowerReader.JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("audit", batch.audit().id().toString());
      json.writeNumberField("batch", batch.number());
      json.writeStringField("tenant", batch.audit().tenant());
      json.writeStringField("owner", batch.audit().owner());
      json.writeStringField("creator", batch.audit().creator());
      json.writeStringField("platform", batch.audit().platform());
      json.writeArrayFieldStart("followers");
      for (var one : batch.followers().wellFormed()) {
        write(one.follower(), json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return REFUSED
        .matcher(text.toString())
        .replaceAll(refused -> String.format("\\\\u%04X", (int) refused.group().charAt(0)));
  }

  private static void write(Follower follower, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("handle", follower.handle());
    json.writeStringField("fullName", follower.fullName());
    write("followers", follower.followers(), json);
    write("following", follower.following(), json);
    write("posts", follower.posts(), json);
    write("hasPicture", follower.hasPicture(), json);
    write("private", follower.isPrivate(), json);
    write("bioLength", follower.bioLength(), json);
    json.writeEndObject();
  }

  private static void write(String member, @Nullable Object value, JsonGenerator json)
      throws IOException {
    switch (value) {
      case null -> {}
      case Number number -> json.writeNumberField(member, number.longValue());
      case Boolean flag -> json.writeBooleanField(member, flag);
      default -> throw new IllegalArgumentException(member);
    }
  }
}
