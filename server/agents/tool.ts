import * as v from "valibot";
import type { CancellationToken } from "vscode-languageserver";
import type { DisplayLanguage } from "../../catalog/text/localized-text.ts";
import type { ToolResult } from "../protocol/index.ts";
import type { WorkspaceContext } from "../workspace/workspace.ts";
import { toAnswer } from "./answer.ts";

/** What the tools of agents need: the projects and files of some folders, and how texts are shown. */
export interface ToolContext extends WorkspaceContext {
  /** Returns the language of texts in answers. */
  displayLanguage(): DisplayLanguage;
  /** Returns the text of a file that is open in the editor, which can differ from the file. */
  openText(uri: string): string | undefined;
}

/** An object's schema, as tools take and give objects alone. */
type ObjectSchema = v.GenericSchema<object, object>;

/** A tool that a language model calls. */
export interface Tool<I extends ObjectSchema = ObjectSchema, O extends ObjectSchema = ObjectSchema> {
  /** In snake case, as protocols demand. */
  name: string;
  title: string;
  /** Tells a model when to call the tool, and what it gets. */
  description: string;
  input: I;
  output: O;
  /** Whether the tool reads files of the workspace. */
  readsFiles: boolean;
  /** Answers a call; throws a {@link ToolFailure} if that is not possible. */
  run(input: v.InferOutput<I>, context: ToolContext, token: CancellationToken): Promise<v.InferInput<O>>;
}

/** Thrown if a call cannot be answered; the message tells the model what to do instead. */
export class ToolFailure extends Error {}

/** Types a tool by its schemas, for a list of tools that have different ones. */
export function toolOf<I extends ObjectSchema, O extends ObjectSchema>(tool: Tool<I, O>): Tool {
  return tool as unknown as Tool;
}

/**
 * Answers a call with the arguments that a model wrote, or tells the model why that is not possible and what is wrong with
 * them.
 */
export async function answerCall(
  tool: Tool,
  input: unknown,
  context: ToolContext,
  token: CancellationToken,
): Promise<ToolResult> {
  const parsed = v.safeParse(tool.input, input ?? {});
  if (!parsed.success) return toAnswer({ failure: problemsIn(parsed.issues) });
  try {
    return { answer: toAnswer(await tool.run(parsed.output, context, token)) };
  } catch (error) {
    if (error instanceof ToolFailure) return toAnswer({ failure: error.message });
    throw error;
  }
}

/** How many problems of arguments are named. */
const maximumProblems = 5;

function problemsIn(issues: readonly v.BaseIssue<unknown>[]): string {
  const problems = issues.slice(0, maximumProblems).map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
  return `The arguments are not valid. ${problems.join("; ")}`;
}
