package gantry.webhooks.payload;

/** The provider's object that an event is about; events of one resource keep their order. */
public record Resource(String type, String id) {}
