/** `errorCodes/tool`: calls a tool that a language model chose. */
export const toolRequest = "errorCodes/tool";
export interface ToolParams {
  /** The name of the tool. */
  tool: string;
  /** The arguments, as the model wrote them. */
  input: unknown;
}
/** The answer, or why there is none, in words for the model. */
export interface ToolResult {
  answer?: object;
  failure?: string;
}
