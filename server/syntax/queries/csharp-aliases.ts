import { isMembershipTest, mayTakeCodes } from "./membership.ts";

const expressions = "[(member_access_expression) (invocation_expression) (conditional_access_expression)]";

/** The variables that stand for a code, and the collections that are tested for one or passed on. */
export const csharpAliases = `
  (variable_declarator name: (identifier) @name ${expressions} @means)
  (assignment_expression left: (identifier) @name right: ${expressions} @means)
  (element_access_expression
    expression: (identifier) @name
    subscript: (bracketed_argument_list . (argument (_) @means) .))
  (invocation_expression
    function: (member_access_expression expression: (identifier) @name name: (identifier) @_contains)
    arguments: (argument_list . (argument (_) @means))
    (#match? @_contains "^(Contains|ContainsKey|TryGetValue|GetValueOrDefault|IndexOf)$"))
  (invocation_expression
    function: (_) @_in
    arguments: (argument_list . (argument (identifier) @name) . (argument (_) @means .) .)
    ${isMembershipTest("_in")})
  (invocation_expression
    function: (_) @_in
    arguments: (argument_list . (argument (_) @means .) . (argument (identifier) @name) .)
    ${isMembershipTest("_in")})
  (invocation_expression
    function: [(identifier) (member_access_expression)] @takes
    arguments: (argument_list (argument (identifier) @name)) @within
    ${mayTakeCodes("takes")})
`;
