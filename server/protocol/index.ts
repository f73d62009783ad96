export * from "./agents.ts";
export * from "./catalog.ts";
export * from "./code-item.ts";
export * from "./documents.ts";
export * from "./file-service.ts";
export * from "./own-codes.ts";
export * from "./pages.ts";
export * from "./pin.ts";
export * from "./why.ts";
export * from "./workspace.ts";
export * from "./written.ts";

/**
 * `errorCodes/changed`: sent by the server when the content of lists and pages may have changed, to clients that want it.
 */
export const changedNotification = "errorCodes/changed";

/** The `initializationOptions` of the `initialize` request. */
export interface InitializationOptions {
  /** The initial settings, for clients that do not support `workspace/configuration`. */
  settings?: unknown;
  /** The client's command that shows the page of an entry, given its key; if set, hovers link to it. */
  detailsCommand?: string;
  /** The client's command that changes a literal, given a {@link LiteralChange}; if set, hovers link to it. */
  changeCommand?: string;
  /** The client's command that lets its user choose the codes that are added to a place, given a {@link CodeChoice}. */
  chooseCommand?: string;
  /** The client's command that shows the uses of a code, given the URI of a document and a position in its row. */
  usesCommand?: string;
  /** The client's command that saves what was written into other files, says so and can undo it, given {@link Written}. */
  writtenCommand?: string;
  /** Whether the client shows the result of a check itself, from `errorCodes/checked`. */
  showsChecks?: boolean;
  /** The client's command that lets its user change a name that a code action introduced, given a {@link NewName}. */
  renameCommand?: string;
  /** The scheme of the URIs under which the client shows the pages of entries; {@link pageUri} creates them. */
  detailsScheme?: string;
  /** Whether the workspace is not trusted: configurations cannot refer to files outside its folders, and git is not run. */
  restricted?: boolean;
  /** Whether the client requests workspace diagnostics without a user's action; the server then does not offer them. */
  asksUnbidden?: boolean;
  /** Whether the client wants the notifications `errorCodes/…`, of which the protocol knows nothing. */
  wantsChanges?: boolean;
}
