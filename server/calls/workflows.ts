import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Span } from "../documents/span.ts";
import { servicesNamedBy } from "../inference/services.ts";
import { ActionWords } from "./action-words.ts";
import { spanOf } from "./call-sites.ts";
import { idioms } from "./idioms/index.ts";
import { actionOf } from "./provider-calls.ts";
import type { RecognizedCall } from "./recognized-call.ts";
import type { Source } from "./source.ts";

/** The action as the resource of a step of AWS Step Functions. */
const stateResource = /\barn:aws[\w-]*:states:::(?:aws-sdk:)?([\w-]+):([a-z]\w+)/gi;
/** A key of the name of an action, with the name, in YAML and JSON. */
const actionPair =
  /(?<![\w-])["']?(?:action|api|api_?name)["']?\s*:\s*["']?([A-Z]\w+)["']?(?=\s*(?:[,}#\n\r]|$))/gi;
/** A key of the service beside it. */
const servicePair = /^["']?(?:service|product)(?:_?name|_?code)?["']?\s*:\s*["']?([\w-]+)/i;
const mappings = /^(?:block_mapping|flow_mapping|object)$/;
/** How many keys of one mapping are looked at, and how far up a mapping is. */
const [maximumKeys, maximumDepth] = [50, 12];
/** What Step Functions calls services whose id is another one. */
const stateServices: Readonly<Record<string, string>> = { states: "stepfunctions", sfn: "stepfunctions" };

/** Returns the calls that a workflow in YAML or JSON states, in text order; the span of each is the mapping around it. */
export function workflowCalls(source: Source, catalog: Catalog): RecognizedCall[] {
  const providers = idioms.map((idiom) => new ActionWords(idiom, catalog));
  const found: RecognizedCall[] = [];
  const add = (words: ActionWords, service: string, name: string, end: number, mapping: Node) => {
    const ids = servicesNamedBy(service.replace(/-/g, ""), words.idiom.provider, catalog);
    const services = words.servicesWith(name);
    const id = ids.find((one) => services.some((other) => other.service === one));
    if (id !== undefined)
      found.push(callOf(words, { name, services }, id, { start: end - name.length, end }, mapping));
  };
  for (const { 0: arn, 1: service = "", 2: action = "", index } of source.text.matchAll(stateResource)) {
    const mapping = mappingAt(source, index);
    const [aws] = providers.filter(({ idiom }) => idiom.provider === "aws");
    if (mapping && aws) add(aws, stateServices[service] ?? service, action, index + arn.length, mapping);
  }
  for (const { 0: pair, 1: action = "", index } of source.text.matchAll(actionPair)) {
    const users = providers.filter((words) => words.servicesWith(action).length > 0);
    const mapping = users.length > 0 ? mappingAt(source, index) : undefined;
    const service = mapping && serviceIn(mapping);
    const end = index + pair.lastIndexOf(action) + action.length;
    if (service !== undefined) for (const words of users) add(words, service, action, end, mapping as Node);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function callOf(
  { idiom: { provider } }: ActionWords,
  named: Parameters<typeof actionOf>[0],
  service: string,
  name: Span,
  mapping: Node,
): RecognizedCall {
  return {
    provider,
    service,
    action: actionOf(named, service),
    isKnown: true,
    span: spanOf(mapping),
    nameSpans: [name],
    certain: true,
    reasons: ["text", "argument"],
  };
}

/**
 * Returns the codes that the name of an error stands for in a step of Step Functions: `S3.NoSuchKeyException` is the
 * code NoSuchKeyException or NoSuchKey. The errors of Step Functions itself, `States.ALL`, are no codes of an action.
 */
export function codesOfErrorName(name: string): string[] {
  const [, service, code = ""] = /^([A-Z]\w*)\.(\w+)$/.exec(name) ?? [];
  if (service === undefined) return [name];
  return service === "States" ? [] : [name, code, code.replace(/Exception$/, "")];
}

/** Returns the innermost mapping around an offset; undefined if there is none near. */
function mappingAt({ sites }: Source, offset: number): Node | undefined {
  let at = sites.leafAt(offset);
  for (let depth = 0; at && depth < maximumDepth; depth++) {
    if (mappings.test(at.type)) return at;
    at = sites.parentOf(at);
  }
  return undefined;
}

function serviceIn(mapping: Node): string | undefined {
  for (const pair of mapping.namedChildren.slice(0, maximumKeys)) {
    const service = pair && servicePair.exec(pair.text.slice(0, 100))?.[1];
    if (service) return service;
  }
  return undefined;
}
