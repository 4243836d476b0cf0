package gantry.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation answers where its return type says only {@code HttpResponse<?>}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Answers {
  /** The body, or one of several; none by default. */
  Class<?>[] value() default {};

  /** Instead of a body, the items of a list: {@code {items, nextCursor}} as everywhere. */
  Class<?> listOf() default Void.class;

  /** The statuses that come with this body. */
  int[] status() default 200;

  /** The body's media types. */
  String[] types() default "application/json";

  /** Slugs of problems beyond those that any operation may answer. */
  String[] problems() default {};
}
