package gantry.audit;

/** To what it was done, such as "webhook-event" and its id. */
public record AuditedObject(String type, String id) {}
