import type { Fact } from "./facts.ts";
import type { FieldKind } from "./field-names.ts";
import type { Node } from "./scanner/scan.ts";
import type { Finding, Value } from "./sentences/sentence.ts";

/** What one part of a text states of an error: an object, a document, a sentence, a run of labels. */
export interface Group {
  start: number;
  end: number;
  fields: Partial<Record<FieldKind, Value>>;
  /** The provider whose programs write so. */
  provider?: string;
  /** How much its form says: a sentence of an SDK more than an object, that more than labels, and these more than prose. */
  strength: number;
  /** Whether its message stands in an object around that of the code: it says what failed, rather than why. */
  isOuterMessage?: boolean;
  /** The names of the fields that lead to its code, joined by dots: the shapes of answers differ in them. */
  path?: string;
  /** The name of the field that its request ID is the value of. */
  idName?: string;
  format?: "json" | "xml";
}

/** The strength of what a sentence of an SDK states. */
export const sure = 4;

/** The strength of what an object or a document states. */
export const structured = 3;

/** Makes a group of a sentence. */
export function groupOfFinding({ start, end, fields, provider, isSure }: Finding): Group {
  return { start, end, fields, strength: isSure ? sure : 0, ...(provider === undefined ? {} : { provider }) };
}

/** Makes groups of the facts of one entry: one for each object or document, or for each error in it, and of labels. */
export function groupsOfFacts(facts: readonly Fact[]): Group[] {
  const trees = Map.groupBy(facts, ({ node }) => topOf(node));
  return [...trees].flatMap(([top, own]) => (top.parent ? errorsIn(own) : runsIn(own)).map(toGroup));
}

function topOf(node: Node): Node {
  let top = node;
  while (top.parent?.parent) top = top.parent;
  return top;
}

/** Splits the facts of an object by its errors: a fact belongs to the codes of the nearest object around it that has any. */
function errorsIn(facts: readonly Fact[]): Fact[][] {
  const codes = facts.filter(({ kind }) => kind === "code");
  const counts = new Map<Node, Set<Node>>();
  for (const { node } of codes)
    for (let around: Node | undefined = node; around; around = around.parent)
      counts.set(around, (counts.get(around) ?? new Set()).add(node));
  const owners = [...new Set(codes.map(({ node }) => node))].filter(
    (node) => (counts.get(node)?.size ?? 0) === 1,
  );
  // The headers of several answers, whose bodies are texts of their own
  if (codes.length === 0) return runsIn(facts);
  const isOne = new Set(codes.map(({ value }) => value)).size < 2;
  if (owners.length < 2 || isOne) return [[...facts]];
  const order = new Map(facts.map((fact, index) => [fact, index] as const));
  const byNode = Map.groupBy(facts, ({ node }) => nearestIn(counts, node));
  // What several errors share is looked at once, however many they are.
  for (const [node, own] of byNode)
    if (node && (counts.get(node)?.size ?? 0) > 1) byNode.set(node, sharedAmong(own));
  return owners.map((owner) => {
    const own: Fact[] = [];
    for (let around: Node | undefined = owner; around; around = around.parent)
      for (const fact of byNode.get(around) ?? []) own.push(fact);
    return own.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  });
}

/** Returns the nearest of some nodes around a node, which can be itself; undefined if none is. */
function nearestIn(nodes: ReadonlyMap<Node, unknown>, node: Node): Node | undefined {
  let around: Node | undefined = node;
  while (around && !nodes.has(around)) around = around.parent;
  return around;
}

/** Returns the facts of an object that count for each error in it: no message, and of each other kind the most specific. */
function sharedAmong(facts: readonly Fact[]): Fact[] {
  const shared = facts.filter(({ kind }) => kind !== "message");
  const kinds = new Set(shared.map(({ kind }) => kind));
  const first = shared.reduce<Fact | undefined>((a, b) => (a && a.start <= b.start ? a : b), undefined);
  const last = shared.reduce<Fact | undefined>((a, b) => (a && a.end >= b.end ? a : b), undefined);
  return [...new Set([...[...kinds].map((kind) => best(shared, kind)), first, last])].flatMap(
    (fact) => fact ?? [],
  );
}

/** Splits facts of labels: another error begins where a label comes again with another value. */
function runsIn(facts: readonly Fact[]): Fact[][] {
  const runs: Fact[][] = [];
  let run: Fact[] = [];
  let values = new Map<string, string>();
  for (const fact of facts.toSorted((a, b) => a.start - b.start)) {
    const label = labelOf(fact);
    const isAgain = (values.get(label) ?? fact.value) !== fact.value;
    if (isAgain && splitting.has(fact.kind)) {
      const next = run.splice(startOfNext(run));
      runs.push(run);
      run = next;
      values = new Map(next.map((one) => [labelOf(one), one.value]));
    }
    run.push(fact);
    values.set(label, fact.value);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function labelOf({ kind, rank }: Fact): string {
  return `${kind} ${rank}`;
}

/** Returns the index from which the facts at the end of a run only repeat labels: they begin the next error. */
function startOfNext(run: readonly Fact[]): number {
  const first = new Map(run.map((fact, index) => [labelOf(fact), index] as const).reverse());
  let start = run.length;
  while (start > 0 && (first.get(labelOf(run[start - 1] as Fact)) ?? 0) < start - 1) start--;
  return start;
}

const splitting = new Set<FieldKind>(["code", "requestId", "message"]);

function toGroup(facts: readonly Fact[]): Group {
  const fields: Group["fields"] = {};
  const code = best(facts, "code");
  const message = (code ? undefined : reasonOfLog(facts)) ?? best(facts, "message", code?.node);
  const isOuterMessage = code && message && message.node !== code.node && isAround(message.node, code.node);
  for (const kind of new Set(facts.map((fact) => fact.kind))) {
    const fact = kind === "code" ? code : kind === "message" ? message : best(facts, kind, code?.node);
    if (!fact) continue;
    const { value, start, end } = fact;
    fields[kind] = { value, start, end };
  }
  const id = best(facts, "requestId", code?.node);
  return {
    start: facts.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: facts.reduce((most, { end }) => Math.max(most, end), 0),
    fields,
    ...(code?.node.parent ? { path: pathOf(code), format: formatOf(code) } : {}),
    ...(id?.node.parent ? { idName: id.name } : {}),
    ...(isOuterMessage ? { isOuterMessage } : {}),
    strength: facts.some(({ node }) => node.parent) ? structured : 2,
  };
}

/** Returns why something failed, as a log states it beside what did: `msg="upload failed" err="stat object: Access Denied."` */
function reasonOfLog(facts: readonly Fact[]): Fact | undefined {
  const messages = facts.filter(({ kind }) => kind === "message");
  const isLog = messages.some(({ name }) => /^(?:msg|message)$/.test(name));
  return isLog
    ? messages.find(
        ({ name, value }) =>
          /^err(?:\.detail)?$/.test(name) || (/^(?:error|cause)$/.test(name) && /: /.test(value)),
      )
    : undefined;
}

function isAround(outer: Node, inner: Node): boolean {
  let around: Node | undefined = inner.parent;
  while (around && around !== outer) around = around.parent;
  return around !== undefined && around.parent !== undefined;
}

function formatOf({ node }: Fact): "json" | "xml" {
  return node.opener.startsWith("<") ? "xml" : "json";
}

function pathOf({ node, name }: Fact): string {
  const names = [name];
  for (let around: Node | undefined = node; around; around = around.parent)
    if (around.name) names.push(around.name);
  return names.reverse().join(".");
}

/** Returns the fact of a kind with the most specific name, in the object of the code where there is one. */
function best(facts: readonly Fact[], kind: FieldKind, beside?: Node): Fact | undefined {
  const scoreOf = ({ node, rank }: Fact) => rank + (beside && node === beside ? 0.5 : 0);
  return facts
    .filter((fact) => fact.kind === kind)
    .reduce<Fact | undefined>((top, fact) => (top && scoreOf(top) >= scoreOf(fact) ? top : fact), undefined);
}
