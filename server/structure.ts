import type { Node } from "web-tree-sitter";
import type { Stretch } from "./increment.ts";
import type { Branch, Chain, Group, Place } from "./literal.ts";

// What the grammars call the things that hold literals. They agree well enough for one table; what a grammar calls
// otherwise goes without a place, and the rules that need one are silent there.

const switches =
  /^(?:(?:expression_|type_)?switch_(?:statement|expression)|match_(?:statement|expression)|when_expression|case_(?:statement|expression|match)|case)$/;
const clauses =
  /^(?:switch_(?:case|section|rule|entry|block_statement_group)|(?:expression|type|default)_case|case_(?:clause|item|statement)|match_(?:arm|conditional_expression)|when(?:_entry)?|in_clause)$/;
const lists =
  /^(?:array(?:_expression|_creation_expression|_literal|_initializer|_literal_expression)?|list(?:_literal|_expression)?|tuple(?:_expression)?|set(?:_literal)?|string_array|literal_value|initializer_(?:list|expression)|collection_(?:literal|expression)|(?:block|flow)_sequence)$/;
const maps = /^(?:object|dictionary|hash|literal_value|block_mapping|flow_mapping|initializer_expression)$/;
const pairs = /^(?:pair|keyed_element|block_mapping_pair|flow_pair|array_element_initializer)$/;
const calls = /^(?:arguments|argument_list|value_arguments|method_arguments)$/;
/** Nodes between a literal and the list that holds it. */
const wrappers =
  /^(?:literal_element|expression_list|argument|value_argument|array_element_initializer|array_element|block_sequence_item|flow_node|literal_value|string_lit|template_expr|block_node|plain_scalar|interpreted_string_literal|collection_element|string_scalar|expression)$/;
const ifs = /^(?:if(?:_statement|_expression|_modifier)?|elsif|elif_clause|else_if_clause|elif)$/;
const functions =
  /^(?:function|method|constructor|func|arrow_function|lambda|singleton_method|local_function|getter|setter)(?:_(?:declaration|definition|item|expression|statement|literal))?$/;
const boundaries = /^(?:block|statement_block|program|source_file|module|class_body|declaration_list)$/;

/** Longer bodies do more than one thing, so that their words say little. */
const maximumBody = 300;
const maximumDepth = 60;

/** Tells what literals of one tree stand in; what several of them share is one object. */
export class Structure {
  readonly #groups = new Map<number, Group>();
  readonly #chains = new Map<number, Chain>();

  /** What the string of a node stands in; `start` and `end` are those of its content. */
  placeOf(node: Node, { start, end }: Stretch): Place {
    const place: Place = {};
    const group = this.#groupOf(node);
    if (group) place.group = group;
    const condition = new Condition();
    let below = node;
    for (let depth = 0, at = node.parent; at && depth < maximumDepth; depth++) {
      if (functions.test(at.type)) place.scope = { before: start - at.startIndex, after: at.endIndex - end };
      else if (!place.scope && !condition.over) this.#decide(place, condition, start, at, below);
      below = at;
      at = at.parent;
    }
    if (condition.negated) place.negated = true;
    if (condition.statuses.length > 0) place.statuses = condition.statuses;
    return place;
  }

  /** Takes in one node on the way up: a part of the condition, or the branch that it decides on. */
  #decide(place: Place, condition: Condition, start: number, at: Node, below: Node): void {
    if (ifs.test(at.type)) {
      condition.over = true;
      if (at.childForFieldName("condition")?.id === below.id)
        place.branch = this.#branchOf(at, condition, start);
    } else if (clauses.test(at.type)) {
      condition.over = true;
      const around = ancestor(at, switches);
      if (around && !isBody(at, below))
        place.branch = {
          chain: this.#chain(around),
          before: start - at.startIndex,
          alone: true,
          body: bodyOf(at, below),
        };
    } else if (boundaries.test(at.type)) condition.over = true;
    else condition.add(at);
  }

  #branchOf(at: Node, condition: Condition, start: number): Branch {
    let top = at;
    for (
      let up = at.parent;
      up && /^(?:else_clause|else|elsif|elif_clause|if_statement|if_expression|if)$/.test(up.type);
    ) {
      if (ifs.test(up.type) && up.childForFieldName("alternative")?.id !== top.id && !/^el/.test(top.type))
        break;
      top = up;
      up = up.parent;
    }
    const body = at.childForFieldName("consequence") ?? at.childForFieldName("body");
    return {
      chain: this.#chain(top),
      before: start - at.startIndex,
      alone: !condition.negated && !condition.narrowed,
      body: body ? short(body.text) : "",
    };
  }

  #chain(node: Node): Chain {
    return shared(this.#chains, node.id, () => ({}));
  }

  #groupOf(node: Node): Group | undefined {
    let below = node;
    for (let at = node.parent; at; at = at.parent) {
      const { type } = at;
      if (pairs.test(type) && at.namedChildCount > 1) {
        // Of a map, the keys are the members.
        if (at.firstNamedChild?.id !== below.id || !at.parent) return undefined;
        return this.#group(at.parent, "map");
      }
      if (clauses.test(type)) {
        const around = isBody(at, below) ? undefined : ancestor(at, switches);
        return around && this.#group(around, "switch");
      }
      // In HCL, a `literal_value` is any literal.
      if (lists.test(type) && at.childCount > 1) return this.#group(at, "list");
      if (calls.test(type)) return this.#group(at, "arguments");
      if (!wrappers.test(type) && !/pattern|label/.test(type)) return undefined;
      below = at;
    }
    return undefined;
  }

  #group(node: Node, kind: Group["kind"]): Group {
    return shared(this.#groups, node.id, () => ({
      kind: kind === "map" && !maps.test(node.type) ? "list" : kind,
    }));
  }
}

/** What a condition asks besides the literal, gathered on the way from the literal up. */
class Condition {
  over = false;
  negated = false;
  narrowed = false;
  statuses: number[] = [];

  add(node: Node): void {
    const words = node.children.flatMap((child) => (child && !child.isNamed ? [child.type] : []));
    const operator = node.childForFieldName("operator")?.text ?? "";
    const all = [...words, operator];
    const isNegation = node.firstChild?.type === "!" || node.firstChild?.type === "not";
    if (isNegation || all.some((word) => /^(?:!=|!==|not in|is not|<>|-ne|-cne|-ine|!in)$/.test(word)))
      this.negated = !this.negated;
    if (!all.some((word) => /^(?:&&|and|-and)$/.test(word))) return;
    this.narrowed = true;
    this.statuses = statusesIn(node.text);
  }
}

const asked =
  /\w*(?:status|http_?code)\w*(?:\(\))?\)?\s*(?:={2,3}|-eq|eq)\s*(\d{3})\b|\b(\d{3})\s*={2,3}\s*[\w.]*(?:status|http_?code)/gi;

function statusesIn(condition: string): number[] {
  if (condition.length > 1000 || /\|\||\bor\b/.test(condition)) return [];
  return [...condition.matchAll(asked)].map((match) => Number(match[1] ?? match[2]));
}

function ancestor(node: Node, types: RegExp): Node | undefined {
  for (let at = node.parent, depth = 0; at && depth < 4; at = at.parent, depth++) {
    if (types.test(at.type)) return at;
    if (boundaries.test(at.type) && !/block/.test(at.type)) return undefined;
  }
  return undefined;
}

/** Whether a child of a clause is what is done, rather than what is asked. */
function isBody(clause: Node, child: Node): boolean {
  const body = clause.childForFieldName("body") ?? clause.childForFieldName("consequence");
  if (body) return body.id === child.id;
  return /statement|block|body/.test(child.type);
}

/** What is done in a clause, or in the next that does anything where it falls through to it. */
function bodyOf(clause: Node, label: Node): string {
  for (
    let at: Node | null = clause, from = label.endIndex - clause.startIndex;
    at;
    at = at.nextNamedSibling
  ) {
    const text = at.text.slice(from).replace(/^["'`)\s]*(?::|=>|->|then\b)?/, "");
    if (at.id === clause.id ? text.trim() !== "" : at.namedChildCount > 1) return short(text);
    from = 0;
  }
  return "";
}

function short(text: string): string {
  return text.length > maximumBody ? "" : text;
}

function shared<T>(all: Map<number, T>, id: number, make: () => T): T {
  let one = all.get(id);
  if (!one) {
    one = make();
    all.set(id, one);
  }
  return one;
}
