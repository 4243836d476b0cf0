package gantry.http.input;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A wire record whose unknown fields are answered 422: one that is ignored today, such as {@code
 * "tenant"} or {@code "dryrun"}, could be a privilege or a safety catch in the sender's mind.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JsonIgnoreProperties(ignoreUnknown = false)
public @interface RefusesUnknownFields {}
