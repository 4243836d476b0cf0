package gantry.payments.intent;

/** Whose it is. */
public record Owner(String tenant, String userId) {}
