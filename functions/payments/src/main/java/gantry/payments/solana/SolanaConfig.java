package gantry.payments.solana;

/** {@code SOLSCAN_BASE_URL} and {@code SOLANA_RPC_URL}. */
public record SolanaConfig(String solscanBaseUrl, String rpcUrl) {}
