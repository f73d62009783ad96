import type { CodeChoice } from "./documents.ts";
import type { Written } from "./written.ts";

/** `errorCodes/why`: why something or nothing is shown for the literal at a position; null if the document is not open. */
export const whyRequest = "errorCodes/why";
export type WhyParams = CodeChoice;
export type WhyResult = Why | null;
/** The explanation, step by step. All texts are for users, and Markdown but for labels and headings. */
export interface Why {
  title: string;
  verdict: string;
  /** What is offered whatever the answer is. */
  actions: WhyAction[];
  sections: WhySection[];
  /** All of it, as one text. */
  markdown: string;
  /** The language of the texts. */
  language: string;
  labels: { copy: string; copied: string };
}
interface WhySection {
  heading: string;
  lines: { text: string; action?: WhyAction }[];
}
/** What a client can offer as a button. */
export interface WhyAction {
  label: string;
  deed: WhyDeed;
}
/** What an editor can do about an answer. */
export type WhyDeed =
  | { act: "pin" | "language" }
  /** Shows the code actions at the position. */
  | { act: "actions" }
  /** Opens the configuration, at a text if there is one. */
  | { act: "configuration"; find?: string }
  | { act: "setting"; setting: string }
  /** Goes to a line of the document; zero-based. */
  | { act: "line"; line: number }
  | ConfigureDeed;
/** What the server writes into the configuration. */
export type ConfigureDeed =
  | { act: "evidence"; section: "functions" | "fields" | "keys"; name: string }
  | { act: "rule"; rule: string };

/** `errorCodes/configure`: does in the configuration of a document what the answer to {@link whyRequest} advises. */
export const configureRequest = "errorCodes/configure";
export interface ConfigureParams {
  uri: string;
  deed: ConfigureDeed;
}
export type ConfigureResult = { refused: string } | { refused?: undefined; written: Written };
