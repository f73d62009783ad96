import type { Span } from "../documents/span.ts";

/**
 * What shows that code calls an action of an API, and of which service:
 *
 * | reason | what shows it |
 * |---|---|
 * | `request` | an argument is the action's request: `new GetObjectCommand(…)`, `&ec2.RunInstancesInput{}` |
 * | `client` | the receiver is a client of an SDK by its type, by what creates it, or by its name |
 * | `text` | the action is the text of an argument, or of a key: `rpcRequest("DescribeVpcs", …)` |
 * | `argument` | another argument names the service |
 * | `import` | the file imports one service that has the action |
 * | `unique` | one service of the provider alone has the action |
 * | `command` | it is a command line of the cloud: `aws ec2 run-instances` |
 */
export type CallReason = "request" | "client" | "text" | "argument" | "import" | "unique" | "command";

/** An action of an API that code names. */
export interface NamedAction {
  /** The id of the provider. */
  provider: string;
  /** The id of the service; undefined if nothing decides between several. */
  service: string | undefined;
  /** The name as the catalog has it; as its words in code give it where the catalog does not have the action. */
  action: string;
}

/** A call of an action of an API. */
export interface RecognizedCall extends NamedAction {
  /** Whether the catalog has the action, and so may say which codes it answers with. */
  isKnown: boolean;
  /** The call; where a method is only passed on, as to a function that repeats it, its name with the receiver. */
  span: Span;
  /** Where the name of the action stands: as method, as type of a request, as text; without quotes and affixes of types. */
  nameSpans: readonly Span[];
  /** Whether it is beyond doubt that this is a call of this action of this service. */
  certain: boolean;
  reasons: readonly CallReason[];
}

/** How code reaches the failure of calls: in the handler of a `try`, by the error that a call returned or passed on. */
export type ReachKind = "try" | "error" | "callback" | "promise" | "function";

/** The calls whose failure some code handles. */
export interface HandledCalls {
  kind: ReachKind;
  /** In text order. */
  calls: readonly RecognizedCall[];
  /** Whether all calls are certain, and nothing else in their scope seems to call an API. */
  certain: boolean;
}
