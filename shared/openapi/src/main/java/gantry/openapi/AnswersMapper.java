package gantry.openapi;

import io.micronaut.core.annotation.AnnotationClassValue;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.annotation.AnnotationValueBuilder;
import io.micronaut.inject.annotation.TypedAnnotationMapper;
import io.micronaut.inject.visitor.VisitorContext;
import java.lang.annotation.Annotation;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells micronaut-openapi what {@link Answers} says, and leaves nothing of it in the class file.
 */
public final class AnswersMapper implements TypedAnnotationMapper<Answers> {
  /** Micronaut would take the default response for a success. */
  static final String PROBLEMS = "4XX";

  private static final String ANNOTATIONS = "io.swagger.v3.oas.annotations.";
  private static final String RESPONSE = ANNOTATIONS + "responses.ApiResponse";
  private static final String CONTENT = ANNOTATIONS + "media.Content";
  private static final String SCHEMA = ANNOTATIONS + "media.Schema";
  private static final String JSON = "application/json";
  private static final AnnotationValue<?> TEXT =
      schema(new AnnotationClassValue<>(String.class.getName()));

  @Override
  public Class<Answers> annotationType() {
    return Answers.class;
  }

  @Override
  public List<AnnotationValue<?>> map(AnnotationValue<Answers> answers, VisitorContext context) {
    var responses = new ArrayList<AnnotationValue<?>>();
    var statuses = answers.intValues("status");
    for (var status : statuses.length == 0 ? new int[] {200} : statuses) {
      responses.add(response(String.valueOf(status), content(answers)));
    }
    var problems = answers.stringValues("problems");
    if (problems.length > 0) {
      responses.add(
          annotation(RESPONSE)
              .member("responseCode", PROBLEMS)
              .member("description", String.join(" ", problems))
              .build());
    }
    return List.of(
        annotation(ANNOTATIONS + "responses.ApiResponses")
            .member("value", responses.toArray(AnnotationValue[]::new))
            .build());
  }

  private static AnnotationValue<?> response(String status, AnnotationValue<?>[] content) {
    var response =
        annotation(RESPONSE).member("responseCode", status).member("description", status);
    return content.length == 0 ? response.build() : response.member("content", content).build();
  }

  private static AnnotationValue<?>[] content(AnnotationValue<Answers> answers) {
    var types = answers.stringValues("types");
    var bodies = answers.annotationClassValues("value");
    if (bodies.length > 0) {
      return contents(types, "schema", schema(bodies));
    }
    return answers
        .annotationClassValue("listOf")
        .filter(item -> !item.getName().equals(Void.class.getName()))
        .map(item -> contents(types, "array", array(item)))
        .orElseGet(() -> new AnnotationValue<?>[0]);
  }

  /** What is not JSON is a text. */
  private static AnnotationValue<?>[] contents(
      String[] types, String member, AnnotationValue<?> schema) {
    return Arrays.stream(types.length == 0 ? new String[] {JSON} : types)
        .map(type ->
            type.equals(JSON) ? content(type, member, schema) : content(type, "schema", TEXT))
        .toArray(AnnotationValue<?>[]::new);
  }

  private static AnnotationValue<?> content(String type, String member, AnnotationValue<?> schema) {
    return annotation(CONTENT).member("mediaType", type).member(member, schema).build();
  }

  private static AnnotationValue<?> schema(AnnotationClassValue<?>... bodies) {
    var schema = annotation(SCHEMA);
    return bodies.length == 1
        ? schema.member("implementation", bodies[0]).build()
        : schema.member("oneOf", bodies).build();
  }

  private static AnnotationValue<?> array(AnnotationClassValue<?> item) {
    return annotation(ANNOTATIONS + "media.ArraySchema").member("schema", schema(item)).build();
  }

  private static AnnotationValueBuilder<Annotation> annotation(String name) {
    return AnnotationValue.builder(name, RetentionPolicy.SOURCE);
  }
}
