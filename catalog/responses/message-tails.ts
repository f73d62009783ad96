import type { Group } from "./groups.ts";
import { isNothing } from "./scanner/bare-values.ts";
import type { Value } from "./sentences/sentence.ts";

// What programs write around a message: the status and the code before it, the request ID behind it.

const factsOfJava =
  /\s?\((?:Service: [^()\n]{1,100}[;,] )?Status Code: (?<status>\d{1,3})[;,][^()\n]{0,300}?Request ID: (?<id>[\w=+/.:-]{1,100})[^()\n]{0,300}\)(?: \(SDK Attempt Count: \d+\))?\s*$/;
const requestId =
  /(?<![\s,])[\s,]*[[(]{0,2}(?:the )?request ?id(?:: ?| is )(?<id>[\w=+/.:-]{1,100}?)[\])]{0,2}\s*$/i;
const status = /^code: (?<status>[1-5]\d\d), /;
/** What stands for a message where there was none: the status with its phrase, alone or before a frame. */
const statusAlone = /^(?<status>[1-5]\d\d)[ :-]{1,3}[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}(?:$| at [\w.]+\()/;
/** What a program says of its own call behind a whole sentence: `…. Retries remaining=3.` */
const ownState = /(?<=[.!])\.? (?:[A-Z]?\w+ ){0,2}\w+=[^\s"']+$/;
/** What a client writes where it has cut the message off. */
const cutOff = /\s*\((?:truncated|message truncated)(?:\.{3}|…)?\)$/;

/** What Python prints of a message that it has received as bytes. */
const bytes = /^b'(?<text>[^'\n]+)'$/;

/** Returns a group whose message has no other fields at its ends; they are fields of their own if it has none yet. */
export function withoutTails(group: Group): Group {
  const { message, code } = group.fields;
  if (!message) return group;
  const fields = { ...group.fields };
  let value = message.value.replace(bytes, "$<text>");
  const facts = factsOfJava.exec(value);
  if (facts?.groups) {
    const { status: statusCode = "", id: own = "" } = facts.groups;
    if (/^[1-5]\d\d$/.test(statusCode)) fields.httpStatus ??= { ...message, value: statusCode };
    if (!isNothing(own)) fields.requestId ??= { ...message, value: own };
    value = value.slice(0, facts.index);
  }
  const id = requestId.exec(value);
  if (id?.groups?.id) {
    fields.requestId ??= { ...message, value: id.groups.id };
    value = value.slice(0, id.index);
  }
  const phrase = statusAlone.exec(value);
  if (phrase?.groups?.status) {
    fields.httpStatus ??= { ...message, value: phrase.groups.status };
    value = "";
  }
  value = value.replace(cutOff, "").replace(ownState, "");
  const stated = status.exec(value);
  if (stated?.groups?.status) {
    fields.httpStatus ??= { ...message, value: stated.groups.status };
    value = value.slice(stated[0].length);
  }
  if (code) value = withoutCode(value, code.value);
  fields.message = within(message, value.replace(/(?<!\.)\.\.$/, ".").trim());
  if (!/[\p{L}\d]/u.test(fields.message.value)) delete fields.message;
  return { ...group, fields };
}

function withoutCode(value: string, code: string): string {
  if (!value.startsWith(code)) return value;
  const rest = value.slice(code.length);
  const joint = /^\s?[-:：]\s?(?=\S)/.exec(rest)?.[0];
  return joint === undefined ? value : rest.slice(joint.length);
}

/** Returns a part of a value with its offsets. */
function within(whole: Value, part: string): Value {
  const at = whole.end - whole.start === whole.value.length ? Math.max(0, whole.value.indexOf(part)) : 0;
  const start = whole.start + at;
  return {
    value: part,
    start,
    end: at > 0 || part.length < whole.value.length ? start + part.length : whole.end,
  };
}
