package gantry.payments.tron;

/** {@code TRONSCAN_BASE_URL} and {@code TRONGRID_BASE_URL}; an empty one is not asked. */
public record TronConfig(String tronscanBaseUrl, String trongridBaseUrl) {}
