package gantry.local.template;

/** The template says something that the local cloud cannot do; the message names the place. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TemplateException(String message) {
    super(message);
  }
}
