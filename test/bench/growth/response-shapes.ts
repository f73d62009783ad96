import { explainRequest } from "../../../server/protocol/index.ts";
import { codeAt, repeat } from "./code-pieces.ts";
import type { Shape } from "./measure.ts";
import type { Session } from "./session.ts";

// Texts from outside the editor that it has explained.

function errorOf(code: string): string {
  return `{"Code": "${code}", "Message": "m"}`;
}

function objects(count: number): string {
  return repeat(count, ",", errorOf);
}

function requestIds(count: number): string {
  return repeat(count, ", ", (_, index) => `"RequestId": "r${index}"`);
}

const responses: Readonly<Record<string, (count: number) => string>> = {
  "long message": (count) => `{"Error": {"Code": "${codeAt(0)}", "Message": "${"a ".repeat(count)}"}}`,
  "many objects": (count) => `{"Error": {"Code": "${codeAt(0)}"}, "a": [${"{},".repeat(count)}{}]}`,
  "many fields": (count) => `{${Array.from({ length: count }, (_, index) => `"a${index}": 1`).join(",")}}`,
  "nested objects": (count) => `${'{"a":'.repeat(count)}{"Code": "${codeAt(0)}"}${"}".repeat(count)}`,
  "unclosed braces": (count) => "{".repeat(count),
  "unclosed quotes": (count) => '{"'.repeat(count),
  elements: (count) => `<Error><Code>${codeAt(0)}</Code>${"<a>b</a>".repeat(count)}</Error>`,
  "log lines": (count) => `error code: a\n`.repeat(count),
  blanks: (count) => `code${" ".repeat(count)}x`,
  "code of colons": (count) => `{"Code": "${":http:".repeat(count)}\\n", "Message": "m", "RequestId": "r"}`,
  words: (count) => Array.from({ length: count }, (_, index) => codeAt(index)).join(" "),
  dots: (count) => `a ${".".repeat(count)}x`,
  apostrophes: (count) => "code='".repeat(count),
  "list of errors": (count) => `{"Errors": [${objects(count)}]}`,
  "list of errors beside requests": (count) => `{"Errors": [${objects(count)}], ${requestIds(count)}}`,
  "errors in errors": (count) =>
    `[${repeat(count, ",", (code) => `{"a": {"Error": {"Code": "${code}", "a": {"Message": "m"}}}}`)}]`,
  "list of requests": (count) =>
    `[${repeat(count, ",", (_, index) => `{"RequestId": "r${index}", "Message": "a word ${index}"}`)}]`,
  "elements of errors": (count) =>
    `<Errors>${repeat(count, "", (code) => `<Error><Code>${code}</Code></Error>`)}</Errors>`,
  labels: (count) => repeat(count, ", ", (code, index) => `Code: ${code}, Request ID: r${index}`),
  "labels on lines": (count) => repeat(count, "\n", (code) => `Error Code: ${code}\nMessage: a word`),
  exceptions: (count) =>
    repeat(count, " ", (code) => `An error occurred (${code}) when calling the A operation: a.`),
  "lines of JSON": (count) => repeat(count, "\n", (code) => `{"Error": {"Code": "${code}", "Message": "m"}}`),
  "texts in texts": (count) =>
    JSON.stringify({
      body: JSON.stringify({ body: JSON.stringify({ Errors: [repeat(count, ",", errorOf)] }) }),
    }),
  "coloured words": (count) =>
    `${repeat(count, "\n", (_, index) => `RequestId: r${index}`)}\nNoSuch\u001b[0mKey`,
  "bordered lines": (count) => repeat(count, "\n", (code) => `| "Code": "${code}",`),
  "wrapped lines": (count) => `${"a word of a message ".repeat(4)}\n`.repeat(count),
  "encoded objects": (count) => encodeURIComponent(`{"Code":"${codeAt(0)}","a":"${"{}".repeat(count)}"}`),
};

/** Returns the shapes of texts that are explained. */
export function responseShapes(session: Session): Shape[] {
  return Object.entries(responses).map(
    ([name, writeText]): Shape => ({
      name: `explain: ${name}`,
      async prepare(size) {
        const text = writeText(size);
        return () => session.connection.sendRequest(explainRequest, { text });
      },
    }),
  );
}
