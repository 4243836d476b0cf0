package gantry.webhooks.orders;

/** An order of Lemon Squeezy as its webhooks show it. */
record OrderBody(
    String event, String id, String status, String total, String refunded, String updatedAt) {
  static OrderBody paid(String id) {
    return new OrderBody("order_created", id, "paid", "1500", "0", "10:00:00");
  }

  OrderBody refunded(String amount, String at) {
    var state = amount.equals(total) ? "refunded" : "partial_refund";
    return new OrderBody("order_refunded", id, state, total, amount, at);
  }

  OrderBody at(String time) {
    return new OrderBody(event, id, status, total, refunded, time);
  }

  OrderBody status(String other) {
    return new OrderBody(event, id, other, total, refunded, updatedAt);
  }

  OrderBody total(String other) {
    return new OrderBody(event, id, status, other, refunded, updatedAt);
  }

  String json() {
    return """
    {"meta":{"event_name":"%s","test_mode":false,"webhook_id":"w"},
     "data":{"type":"orders","id":"%s","attributes":{
       "store_id":1,"customer_id":2,"user_name":"Jane Roe","user_email":"jane@example.org",
       "currency":"EUR","currency_rate":"1.1","total":%s,"refunded_amount":%s,"tax_rate":null,
       "status":"%s","refunded":false,"first_order_item":null,
       "updated_at":"%s"}}}
    """
        .formatted(
            event,
            id,
            total,
            refunded,
            status,
            updatedAt.contains("T") ? updatedAt : "2026-11-21T" + updatedAt + ".000000Z");
  }
}
