package gantry.local.template;

/** What names mean inside a template. */
interface Scope {
  /** The value of a parameter, pseudo parameter or resource. */
  Object reference(String name);

  Object attribute(String resource, String attribute);

  boolean condition(String name);

  Object mapping(String map, String key, String name);
}
