package gantry.fakefollowers.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Reads a record that {@link ScoredBatchText} wrote. */
final class ScoredBatchReader {
  /** A record of 1 MiB could say that it is a thousand times as large. */
  private static final int MOST_BYTES = 1 << 24;

  private static final byte[] ZIPPED = {(byte) 0x1f, (byte) 0x8b};

  private final JsonParser json;
  private final Map<String, String> audit = new HashMap<>();
  private final List<ScoredFollower> results = new ArrayList<>();
  private final List<Malformed> malformed = new ArrayList<>();
  private int batch;
  private int piece;

  private ScoredBatchReader(JsonParser json) {
    this.json = json;
  }

  static boolean isZipped(byte[] record) {
    return record.length > 1 && record[0] == ZIPPED[0] && record[1] == ZIPPED[1];
  }

  static ScoredBatch read(byte[] record) {
    try (var json = FollowerReader.JSON.createParser(unzipped(record))) {
      json.nextToken();
      return new ScoredBatchReader(json).read();
    } catch (IOException | IllegalArgumentException _) {
      throw new MalformedBatchException("The record is no scored batch");
    }
  }

  private ScoredBatch read() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      member(json.currentName());
    }
    var ref =
        new AuditRef(
            UUID.fromString(text("id")),
            text("tenant"),
            text("owner"),
            text("creator"),
            text("platform"));
    return new ScoredBatch(ref, batch, piece, results, malformed);
  }

  private String text(String member) {
    var text = audit.get(member);
    if (text == null) {
      throw new MalformedBatchException("The record's audit lacks its " + member);
    }
    return text;
  }

  private void member(String name) throws IOException {
    json.nextToken();
    switch (name) {
      case "format" -> requireKnown(json.getIntValue());
      case "audit" -> audit.putAll(texts());
      case "batch" -> batch = json.getIntValue();
      case "piece" -> piece = json.getIntValue();
      case "malformed" -> readMalformed();
      case "rows" -> readRows();
      default -> json.skipChildren();
    }
  }

  /** Not malformed: the record is tried again until a later version is there to read it. */
  private static void requireKnown(int format) {
    if (format > ScoredBatchText.FORMAT) {
      throw new IllegalStateException("A later version wrote the record, in format " + format);
    }
  }

  private Map<String, String> texts() throws IOException {
    var texts = new HashMap<String, String>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      texts.put(name, json.getText());
    }
    return texts;
  }

  private void readMalformed() throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      var item = texts();
      malformed.add(
          new Malformed(
              Integer.parseInt(item.getOrDefault("index", "")), item.getOrDefault("reason", "")));
    }
  }

  private void readRows() throws IOException {
    var row = new FollowerRowReader(json);
    while (json.nextToken() == JsonToken.START_ARRAY) {
      results.add(row.read());
    }
  }

  private static byte[] unzipped(byte[] record) throws IOException {
    try (var zipped = new GZIPInputStream(new ByteArrayInputStream(record))) {
      var bytes = zipped.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new MalformedBatchException("The record holds more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
