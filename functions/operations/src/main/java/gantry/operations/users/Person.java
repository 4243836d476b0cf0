package gantry.operations.users;

/** A user of a tenant. */
record Person(String tenant, String userId) {}
