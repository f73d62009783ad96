import type { Catalog } from "../../model/catalog.ts";
import type { Entry, Provider } from "../../model/entry.ts";
import { codesOfMessage } from "../../search/meaning/known-messages.ts";
import type { LocalizedText } from "../../text/localized-text.ts";
import { matchedMessage } from "../messages.ts";
import type { ErrorRecord } from "../records.ts";
import { actionScore, type CalledAction, calledAction, type NamedActions } from "./action.ts";
import { compareUse } from "./frequency.ts";
import { hostOf } from "./hosts.ts";
import { isServiceNamed, serviceScore } from "./services.ts";
import type { Trace, Traces } from "./traces.ts";

/** A provider, or one of its services, that an error can be of. */
export interface Candidate {
  provider: string;
  service?: string;
  /** What shows that it is the provider's, as a phrase. */
  reason: LocalizedText;
  entry?: Entry;
}

/** A reason to believe that an error is a provider's, with its weight. */
interface Sign {
  weight: number;
  reason: LocalizedText;
  /** Whether it is the text that says so; that a catalog has the code says nothing of the text. */
  isOfText: boolean;
}

/** The weight from which signs of the text rule out other providers. */
const decisive = 6;

/** A message with so much fixed text, in UTF-16 units, is no coincidence. */
const minimumWhole = 30;

/** So many UTF-16 units of an error, and of its line before and behind it, are searched for traces. */
const maximumBeside = 1000;

/** What a text is compared with. */
export interface Surroundings {
  catalog: Catalog;
  /** The whole text, in which the log entry of an error stands. */
  text: string;
  traces: Traces;
  actions: NamedActions;
}

/**
 * Returns the providers that an error can be of, the most likely first, each with the entries of the code in its
 * services; none if nothing shows one.
 */
export function candidatesOf(record: ErrorRecord, around: Surroundings): Candidate[] {
  const { catalog } = around;
  const code = writtenByApi(record, catalog);
  const owners = code === undefined ? [] : catalog.providersOf(code);
  const called = calledAction(record, around);
  const matched = owners.length > 1 ? ownersOfMessage(record, catalog) : new Set<string>();
  const all = catalog.providers.map((provider) => ({
    provider,
    signs: [
      ...signsOf(record, provider, around, matched),
      ...signOfAction(called, provider),
      ...ownership(provider, owners),
    ],
  }));
  const ranked = all
    .map(({ provider, signs }) => ({
      provider,
      signs,
      ofText: sum(signs.filter(({ isOfText }) => isOfText)),
      total: sum(signs),
    }))
    .filter(
      ({ provider, ofText }) => owners.includes(provider.id) || ofText >= (owners.length > 0 ? decisive : 3),
    )
    .sort((a, b) => b.total - a.total || compareUse(code, record, a.provider, b.provider));
  const most = Math.max(0, ...ranked.map(({ ofText }) => ofText));
  const likely = most >= decisive ? ranked.filter(({ ofText }) => ofText * 2 >= most) : ranked;
  return likely.flatMap(({ provider, signs }) => {
    const reason = signs.reduce((top, sign) => (sign.weight > top.weight ? sign : top)).reason;
    const entries = code === undefined ? [] : entriesOf(code, provider.id, record, called, catalog);
    if (entries.length === 0) return [{ provider: provider.id, reason }];
    return entries.map((entry) => ({ provider: provider.id, service: entry.service, reason, entry }));
  });
}

/** Returns the providers whose APIs return the code of an error with its message. */
function ownersOfMessage({ fields: { code, message } }: ErrorRecord, catalog: Catalog): ReadonlySet<string> {
  const entries = message ? codesOfMessage(message.value, catalog) : [];
  return new Set(entries.filter((entry) => entry.code === code?.value).map(({ provider }) => provider));
}

/** Returns the code of an error as its API writes it: `ACCESS_DENIED`, as the AWS SDK for C++ has it, is AccessDenied. */
function writtenByApi({ fields, provider }: ErrorRecord, catalog: Catalog): string | undefined {
  const code = fields.code?.value;
  if (code === undefined || provider === undefined || !/^[A-Z]+(?:_[A-Z\d]+)+$/.test(code)) return code;
  const name = code.toLowerCase().replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  const isOwn = (one: string) => catalog.entriesOf(one).some((entry) => entry.provider === provider);
  return !isOwn(code) && isOwn(name) ? name : code;
}

function sum(signs: readonly Sign[]): number {
  return signs.reduce((total, { weight }) => total + weight, 0);
}

function ownership({ id }: Provider, owners: readonly string[]): Sign[] {
  if (!owners.includes(id)) return [];
  const reason: LocalizedText =
    owners.length === 1
      ? { en: "only it has this code", "zh-CN": "只有它有该错误码" }
      : { en: "it has this code", "zh-CN": "它有该错误码" };
  return [{ weight: 4, reason, isOfText: false }];
}

/** Returns the sign that the action which was called is a provider's; more if it answers with the code. */
function signOfAction(called: CalledAction | undefined, { id }: Provider): Sign[] {
  const isOwn = (key: { provider: string }) => key.provider === id;
  const key = called?.keys.find(isOwn);
  if (!key) return [];
  const reason = { en: `its action ${key.action}`, "zh-CN": `它的接口 ${key.action}` };
  return [{ weight: called?.documented.some(isOwn) ? 5 : 2, reason, isOfText: true }];
}

/** Returns what in a text shows that an error is a provider's. */
function signsOf(
  record: ErrorRecord,
  provider: Provider,
  around: Surroundings,
  matched: ReadonlySet<string>,
): Sign[] {
  const { catalog, text, traces } = around;
  const { host, code, message, httpStatus } = record.fields;
  const signs: Sign[] = [];
  const add = (weight: number, en: string, chinese: string, isOfText = true) =>
    signs.push({ weight, reason: { en, "zh-CN": chinese }, isOfText });
  const name = host && hostOf(host.value);
  if (name && provider.hosts.some((one) => name.endsWith(one))) add(20, `the host ${name}`, `主机 ${name}`);
  if (record.provider === provider.id) add(7, "its SDKs write errors so", "其 SDK 以这种形式书写错误");
  const trace = traceBeside(record, provider, around);
  const outside = trace ? undefined : traces.in(text, provider);
  if (trace) add(trace.weight, `“${trace.found}” in the text`, `文本中的“${trace.found}”`);
  if (outside) add(outside.weight / 2, `“${outside.found}” around it`, `上下文中的“${outside.found}”`);
  const { service } = record.fields;
  if (service && hasService(service.value, provider, catalog))
    add(6, `its service ${service.value}`, `它的服务 ${service.value}`);
  const shape = provider.responses
    .filter(({ format }) => format === record.format)
    .reduce((most, shape) => Math.max(most, shapeWeight(record, shape)), 0);
  if (shape > 0) add(shape, "the shape of the answer", "响应的结构");
  const form = formOf(record, provider);
  // UUIDs are written by many, but for those with a version of their own.
  if (form)
    add(/^[Hh]\{8\}-[Hh]\{4\}-[Hh]\{4\}-/.test(form) ? 2 : 5, "the form of the request ID", "请求 ID 的形式");
  const entries = code ? catalog.entriesOf(code.value).filter((entry) => entry.provider === provider.id) : [];
  const length = message
    ? entries.reduce((most, entry) => Math.max(most, matchedMessage(entry, message.value)), 0)
    : 0;
  // SDKs for S3 speak to other clouds, too: a code with its whole message, of one cloud only, says whose it is.
  const isSole =
    entries.length > 0 && length > minimumWhole && catalog.providersOf(code?.value ?? "").length === 1;
  const named = entries.find((entry) => isServiceNamed(entry, record.entry));
  const own = named ?? entries.find((entry) => isServiceNamed(entry, text));
  if (own) add(named ? 2 : 1, `its service ${own.service}`, `它的服务 ${own.service}`, false);
  // What only repeats the code says no more than the code.
  const isCode = code && message && lettersOf(message.value) === lettersOf(code.value);
  if (message && !isCode && (length > 0 || matched.has(provider.id)))
    add(isSole ? 10 : 4, "the message", "错误信息", isSole);
  if (httpStatus && entries.some((entry) => entry.httpStatus.includes(Number(httpStatus.value))))
    add(1, "the HTTP status", "HTTP 状态码", false);
  return signs;
}

/**
 * Returns what in the log entry of an error shows a provider, or only what in its own lines does if they show another
 * one: errors of several clouds can stand in an entry.
 */
function traceBeside(
  { start, end, entry }: ErrorRecord,
  provider: Provider,
  { catalog, text, traces }: Surroundings,
): Trace | undefined {
  const lines = linesOf(text, start, end);
  const shown = traces.in(lines, provider);
  const isOfOther =
    !shown && catalog.providers.some((one) => (traces.in(lines, one)?.weight ?? 0) >= decisive);
  return isOfOther ? undefined : (shown ?? traces.in(entry, provider));
}

/** Returns the lines of a part of a text; of long ones, what stands near its start and its end. */
function linesOf(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - maximumBeside), start);
  const [after = ""] = text.slice(end, end + maximumBeside).split("\n", 1);
  return (
    before.slice(before.lastIndexOf("\n") + 1) +
    text.slice(start, Math.min(end, start + maximumBeside)) +
    after
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}

function hasService(name: string, { id }: Provider, { services }: Catalog): boolean {
  const wanted = name.toLowerCase().replace(/^(?:amazon|aws) ?|[^a-z\d]/g, "");
  return services.some(({ provider, service }) => provider === id && service === wanted);
}

/**
 * Returns how much it says that the names which lead to a code end with those of a shape; a single name says too little.
 * It says more where the request ID has the same name, and nothing where it has another one.
 */
function shapeWeight(
  { path, idName }: ErrorRecord,
  { code, requestId }: Provider["responses"][number],
): number {
  const names = code.split(".").length;
  const wanted = requestId?.replace(/^.*\./, "");
  if (idName !== undefined && wanted !== undefined && idName !== wanted) return 0;
  const same = idName !== undefined && idName === wanted ? 1 : 0;
  if (path === code) return names + 2 + same;
  return names > 1 && path?.endsWith(`.${code}`) ? names + 1 + same : 0;
}

function formOf({ fields: { requestId } }: ErrorRecord, { traces }: Provider): string | undefined {
  return requestId && traces?.requestIds.find((form) => patternOf(form).test(requestId.value));
}

const classes: Record<string, string> = { H: "[\\dA-F]", h: "[\\da-f]", A: "[\\dA-Z]", B: "[\\w+/=]" };
const patterns = new Map<string, RegExp>();

/** Returns the pattern of a form of request IDs; its parts have fixed lengths, except for the last one. */
function patternOf(form: string): RegExp {
  let pattern = patterns.get(form);
  if (!pattern) {
    const source = form.replace(/([HhAB])(\{\d+\}|\+)|[^\w-]/g, (whole, letter?: string, count = "") =>
      letter === undefined ? `\\${whole}` : `${classes[letter]}${count}`,
    );
    pattern = new RegExp(`^${source}$`);
    patterns.set(form, pattern);
  }
  return pattern;
}

/** Returns the entries of a code of a provider, those first that the service, the action, the message and the status speak for. */
function entriesOf(
  code: string,
  provider: string,
  record: ErrorRecord,
  called: CalledAction | undefined,
  catalog: Catalog,
): Entry[] {
  const { message, httpStatus } = record.fields;
  const scoreOf = (entry: Entry) =>
    serviceScore(entry, record) +
    actionScore(entry, called) +
    (message ? matchedMessage(entry, message.value) / 100 : 0) +
    (httpStatus && entry.httpStatus.includes(Number(httpStatus.value)) ? 0.5 : 0);
  const scored = catalog
    .entriesOf(code)
    .filter((entry) => entry.provider === provider)
    .map((entry) => ({ entry, score: scoreOf(entry) }));
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}
