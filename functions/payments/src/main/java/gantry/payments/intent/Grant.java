package gantry.payments.intent;

/** The access that a payment buys. */
public record Grant(String plan, int days) {}
