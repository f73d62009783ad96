import { anyOf } from "./alternation.ts";

/** A string with a fixed text. */
export const text = "[(string_literal) (verbatim_string_literal)]";

/** The patterns of the elements of a list, an array or a set, for each way to create one. */
export const lists = (capture: string) => [
  `(initializer_expression ${text} @${capture})`,
  `(array_creation_expression (initializer_expression ${text} @${capture}))`,
  `(implicit_array_creation_expression (initializer_expression ${text} @${capture}))`,
  `(object_creation_expression initializer: (initializer_expression ${text} @${capture}))`,
  `(implicit_object_creation_expression (initializer_expression ${text} @${capture}))`,
  `(element_binding_expression (argument ${text} @${capture}))`,
];
/** The elements of a list, an array or a set. */
export const list = (capture: string) => anyOf(...lists(capture));

/** The keys of a dictionary. */
const keys = (capture: string) =>
  anyOf(
    `(initializer_expression (initializer_expression . ${text} @${capture}))`,
    `(initializer_expression
      (assignment_expression left: (element_binding_expression (argument ${text} @${capture}))))`,
  );

/** The elements of a collection that is created from another one: `new HashSet<string>(new[] { "X" })`. */
const copy = (capture: string) =>
  `(object_creation_expression arguments: (argument_list (argument ${list(capture)})))`;

/** The elements of a list or set, or the keys of a dictionary. */
export const collection = (capture: string) =>
  anyOf(
    ...lists(capture),
    `(object_creation_expression initializer: ${keys(capture)})`,
    `(implicit_object_creation_expression ${keys(capture)})`,
    copy(capture),
  );
