package gantry.alerts.delivery;

/** The channel did not take the notice; the message comes again. */
final class NotDelivered extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotDelivered(String why) {
    super(why);
  }
}
