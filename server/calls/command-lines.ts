import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { servicesNamedBy } from "../inference/services.ts";
import { ActionWords, hasVerb } from "./action-words.ts";
import { spanOf } from "./call-sites.ts";
import { idioms } from "./idioms/index.ts";
import { actionOf } from "./provider-calls.ts";
import type { RecognizedCall } from "./recognized-call.ts";
import type { Source } from "./source.ts";

/** Options of all command lines that take no value. */
const flags = /^--(?:debug|no-[\w-]+|secure|quiet|force|dryrun|verbose)$/;
/** The service and the action stand among so many words. */
const maximumWords = 20;

/** Returns the calls that the clouds' own command lines make in a shell script, in text order. */
export function commandLineCalls(source: Source, catalog: Catalog): RecognizedCall[] {
  const programs = new Map(
    idioms.flatMap((idiom) =>
      (idiom.commandLine?.programs ?? []).map(
        (program) => [program, new ActionWords(idiom, catalog)] as const,
      ),
    ),
  );
  const found: RecognizedCall[] = [];
  for (const { 0: word, index } of source.text.matchAll(/(?<![\w$-])[a-z]+(?=\s)/g)) {
    const words = programs.get(word);
    const node = words && source.sites.nodeAt({ start: index, end: index + word.length });
    const name = node && source.sites.parentOf(node);
    const command = name?.type === "command_name" ? source.sites.parentOf(name) : undefined;
    const call = words && command && callOf(command, words, catalog);
    if (call) found.push(call);
  }
  return found;
}

function callOf(command: Node, words: ActionWords, catalog: Catalog): RecognizedCall | undefined {
  const { provider, commandLine } = words.idiom;
  const [first, second] = plainWords(command);
  if (!first || !second) return undefined;
  const id = commandLine?.services[first.text] ?? first.text.replace(/-/g, "");
  const named = servicesNamedBy(id, provider, catalog);
  const services = words.servicesWith(second.text);
  const service = named.find((one) => services.some((other) => other.service === one)) ?? named[0];
  if (
    service === undefined ||
    words.isOwnMethod(second.text) ||
    (services.length === 0 && !hasVerb(second.text))
  )
    return undefined;
  return {
    provider,
    service,
    action: actionOf({ name: second.text, services }, service),
    isKnown: services.some((one) => one.service === service),
    span: spanOf(command),
    nameSpans: [spanOf(second)],
    certain: true,
    reasons: ["command"],
  };
}

/** Returns the words of a command behind its name that are neither options nor their values. */
function plainWords(command: Node): Node[] {
  const found: Node[] = [];
  let isValue = false;
  for (const word of command.namedChildren.slice(1, maximumWords)) {
    if (!word) continue;
    const isOption = word.type === "word" && word.text.startsWith("-");
    if (!isOption && !isValue && word.type === "word") found.push(word);
    isValue = isOption && !word.text.includes("=") && !flags.test(word.text);
  }
  return found;
}
