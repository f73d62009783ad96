export * from "./catalog.ts";
export * from "./code-item.ts";
export * from "./documents.ts";
export * from "./pages.ts";
export * from "./workspace.ts";

/** `errorCodes/changed`: from the server, that lists and pages may say something else now. */
export const changedNotification = "errorCodes/changed";

/** What a client tells the server when it starts it. */
export interface InitializationOptions {
  /** Initial settings, for clients that have no `workspace/configuration`. */
  settings?: unknown;
  /** The client's command that shows the details of an entry, given its key; hovers then link to it. */
  detailsCommand?: string;
  /** The scheme of the addresses under which the client shows the pages of entries; `pageAddress` makes them. */
  detailsScheme?: string;
  /** Whether the workspace is not trusted: configurations then cannot point outside its folders. */
  restricted?: boolean;
  /** Whether the client would ask for all files' diagnostics unbidden, so that the server must not offer them. */
  asksUnbidden?: boolean;
}
