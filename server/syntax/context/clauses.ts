import type { Node } from "web-tree-sitter";
import { memoized } from "./node-memo.ts";
import { guards } from "./node-types.ts";
import type { TreePaths } from "./tree-paths.ts";

/** The maximum length of a body in UTF-16 units: longer ones do more than one thing, so their words say little. */
const maximumBody = 300;

/** Returns a text; an empty one if it is too long for the body of a clause or a branch. */
export function emptyIfLong(text: string): string {
  return text.length > maximumBody ? "" : text;
}

/** What divides a clause: the offset at which its body begins; undefined if only the types of its children show it. */
interface Division {
  bodyStart: number | undefined;
}

/**
 * The clauses of the switches of one tree. A clause can have as many labels, and a switch as many clauses, as there are
 * literals: each clause is looked at once.
 */
export class Clauses {
  readonly #paths: TreePaths;
  readonly #divisions = new Map<number, Division>();
  readonly #guarded = new Map<number, boolean>();
  /** The bodies that clauses without one fall through to, by the id of the clause. */
  readonly #nextBodies = new Map<number, string>();

  constructor(paths: TreePaths) {
    this.#paths = paths;
  }

  /**
   * Returns whether a child of a clause or a branch belongs to its body rather than to its labels or its condition: by
   * the grammar's field for the body, else by the sign or keyword before it (`:`, `=>`, `then`), else by its own type.
   */
  isBody(clause: Node, child: Node): boolean {
    const { bodyStart } = memoized(this.#divisions, clause.id, () => divisionOf(clause));
    return bodyStart === undefined ? /statement|block|body/.test(child.type) : bodyStart <= child.startIndex;
  }

  /** Returns whether a clause has a condition besides its labels: `case "X" if …`. */
  isGuarded(clause: Node): boolean {
    let isGuarded = this.#guarded.get(clause.id);
    if (isGuarded === undefined) {
      isGuarded = this.#hasGuard(clause);
      this.#guarded.set(clause.id, isGuarded);
    }
    return isGuarded;
  }

  #hasGuard(clause: Node): boolean {
    for (const child of clause.namedChildren) {
      if (!child || this.isBody(clause, child)) return false;
      if (guards.test(child.type)) return true;
      const hasCondition = child.type === "match_pattern" && child.childForFieldName("condition") !== null;
      if (hasCondition || child.namedChildren.some((one) => one && guards.test(one.type))) return true;
    }
    return false;
  }

  /** Returns the source text of a clause's body; if the clause falls through, that of the next one that has a body. */
  bodyOf(clause: Node, label: Node): string {
    const text = withoutSeparator(clause.text.slice(label.endIndex - clause.startIndex));
    return text.trim() === "" ? this.#bodyAfter(clause) : emptyIfLong(text);
  }

  /** Returns the source text of the first clause behind another one that has a body. */
  #bodyAfter(clause: Node): string {
    const passed: Node[] = [clause];
    let body = this.#nextBodies.get(clause.id);
    while (body === undefined) {
      const next = this.#paths.namedSibling(passed.at(-1) ?? clause, "after");
      if (!next) body = "";
      else if (next.namedChildCount > 1) body = emptyIfLong(withoutSeparator(next.text));
      else {
        body = this.#nextBodies.get(next.id);
        passed.push(next);
      }
    }
    for (const { id } of passed) this.#nextBodies.set(id, body);
    return body;
  }
}

function withoutSeparator(text: string): string {
  return text.replace(/^["'`)\s]*(?::|=>|->|then\b)?/, "");
}

function divisionOf(clause: Node): Division {
  const body = clause.childForFieldName("body") ?? clause.childForFieldName("consequence");
  if (body) return { bodyStart: body.startIndex };
  const separator = clause.children.find(
    (one) =>
      one && !one.isNamed && /^(?::|=>|->|\)|then)$/.test(one.type) && one.startIndex > clause.startIndex,
  );
  return { bodyStart: separator && separator.startIndex + 1 };
}
