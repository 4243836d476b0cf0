package gantry.local.template;

/** A stream; on demand means a few shards here. */
public record StreamResource(String id, String name, int shards) {}
