import type { SourceGroup, SourceMember } from "../../../catalog/importers/source-group.ts";
import type { Cell } from "../../../catalog/importers/table.ts";
import { armsIn } from "./arms.ts";
import { isCollection, unwrapped } from "./collections.ts";
import type { Declared, Scope } from "./declared.ts";
import { ErrorClasses } from "./error-classes.ts";
import type { Expression, Item } from "./expression.ts";
import { joined } from "./joined.ts";
import { kinOf, numberMembers } from "./kin.ts";
import { CommentsOfMembers } from "./member-comments.ts";
import { ParameterNames } from "./parameter-names.ts";
import type { SourceText, TokenRange } from "./source-text.ts";
import { Values } from "./values.ts";

/** How deep collections in collections are read. */
const maximumDepth = 4;

/** In UTF-16 units. */
const longestText = 500;

/** Names that a language gives a meaning, and those of what is nobody else's. */
const ofLanguage = /^(?:_\w*|serialVersionUID)$/;

type Items = Expression & { kind: "items" };

/** What declares the members of a group. */
type Named = Pick<SourceGroup, "name" | "about" | "hasKeys">;

/** Puts what a source text declares into groups, in the order of the text. */
export function groupsOf(source: SourceText, scopes: readonly Scope[], fileName: string): SourceGroup[] {
  return new GroupReader(source, scopes, fileName).groups();
}

class GroupReader {
  readonly #source: SourceText;
  readonly #scopes: readonly Scope[];
  readonly #fileName: string;
  readonly #values: Values;
  readonly #comments: CommentsOfMembers;
  readonly #groups: SourceGroup[] = [];

  constructor(source: SourceText, scopes: readonly Scope[], fileName: string) {
    this.#source = source;
    this.#scopes = scopes;
    this.#fileName = fileName;
    this.#comments = new CommentsOfMembers(source);
    const constants = new Map<string, Expression>();
    for (const { declared } of scopes)
      for (const { name, value } of declared)
        if (name && !constants.has(name.text)) constants.set(name.text, value);
    this.#values = new Values(source, new ParameterNames(source), constants);
  }

  groups(): SourceGroup[] {
    const classes = new ErrorClasses(this.#source, this.#values);
    for (const scope of this.#scopes) if (!classes.add(scope)) this.#readScope(scope);
    for (const { name, items } of armsIn(this.#source))
      this.#addItems(items, { name, about: "", hasKeys: true });
    if (classes.members.length > 0) this.#add(classes.members, { name: "", about: "classes of errors" });
    return joined(this.#groups).sort((one, other) => one.start - other.start);
  }

  #readScope(scope: Scope): void {
    const members: SourceMember[] = [];
    if (scope.kind === "enum") numberMembers(this.#source, scope);
    for (const declared of scope.declared) {
      const items = scope.kind === "enum" ? undefined : unwrapped(declared.value);
      // What functions declare is their own, unless it says something of what is declared outside.
      if (scope.kind === "function" && !items?.items.some(({ isReference }) => isReference)) continue;
      if (items && isCollection(items))
        this.#readCollection(items, declared.name?.text ?? scope.name, declared, 0);
      else {
        const member = this.#memberOf(declared, scope);
        if (member) members.push(member);
      }
    }
    const named = { name: scope.name, about: `${scope.head} ${scope.comment}` };
    // Constants of different kinds stand in one class or file.
    const groups = scope.kind === "enum" ? [members] : kinOf(members, scope, this.#fileName);
    for (const group of groups) this.#add(group, named);
  }

  #add(members: SourceMember[], { name, about, hasKeys = false }: Named): void {
    const [first] = members;
    if (!first) return;
    this.#comments.divide(members);
    this.#groups.push({ name, about: about.slice(0, longestText), start: first.start, members, hasKeys });
  }

  #memberOf({ range, annotations, name, type, value }: Declared, scope: Scope): SourceMember | undefined {
    if (ofLanguage.test(name?.text ?? "")) return undefined;
    const values = this.#values.of(value, scope.name);
    for (const [label, cell] of this.#values.ofAnnotations(annotations))
      if (!values.has(label)) values.set(label, cell);
    const comment = this.#comments.of(range, values, name?.text);
    if (values.size === 0 && scope.kind !== "enum") return undefined;
    return {
      start: this.#source.tokens[range.from]?.start ?? 0,
      ...(name ? { name } : {}),
      ...comment,
      values,
      type: `${type} ${calleeOf(value)}`.trim(),
    };
  }

  /** Reads the items of a collection; those that are collections themselves become groups of their own. */
  #readCollection(
    items: Items,
    name: string,
    { range, type }: { range: TokenRange; type: string },
    depth: number,
  ): void {
    const about = `${type} ${items.callee} ${this.#source.comments.above(range.from)}`;
    const scalars: Item[] = [];
    for (const item of items.items) {
      const inner = unwrapped(item.value);
      if (inner && item.label && isCollection(inner) && depth < maximumDepth)
        this.#readCollection(inner, item.label.text, { range: item, type: `${name} ${type}` }, depth + 1);
      else scalars.push(item);
    }
    this.#addItems(scalars, { name, about, hasKeys: true });
  }

  #addItems(items: readonly Item[], named: Named): void {
    this.#add(
      items.flatMap((item) => this.#itemOf(item) ?? []),
      named,
    );
  }

  #itemOf(item: Item): SourceMember | undefined {
    const { label, value, isReference } = item;
    const values = this.#values.of(value, "");
    if (values.size === 0) return undefined;
    const comment = this.#comments.of(item, values, label?.text);
    const named: { name?: Cell; isReference?: boolean } = label ? { name: label, isReference } : {};
    const start = label?.start ?? this.#source.tokens[item.from]?.start ?? 0;
    return { start, ...named, ...comment, values, type: calleeOf(value) };
  }
}

function calleeOf(value: Expression): string {
  return value.kind === "items" ? value.callee.slice(0, longestText) : "";
}
