package gantry.payments.tron;

/** {@code TRONSCAN_BASE_URL} and {@code TRONGRID_BASE_URL}. */
public record TronConfig(String tronscanBaseUrl, String trongridBaseUrl) {}
