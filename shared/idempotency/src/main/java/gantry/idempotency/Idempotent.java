package gantry.idempotency;

import io.micronaut.aop.Around;
import io.micronaut.context.annotation.Type;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method, answering an HttpResponse to a known caller, that honours {@code
 * Idempotency-Key} as draft-ietf-httpapi-idempotency-key-header-07 has it. Invalid bodies are
 * refused before and use up no key.
 */
@Documented
@Around
@Type(IdempotencyInterceptor.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {
  String DAY = "PT24H";

  /** For what moves money. */
  String MONTH = "P30D";

  /** How long the answer is kept. */
  String keep() default DAY;

  KeyUse key() default KeyUse.OPTIONAL;

  Effect effect() default Effect.DATABASE;
}
