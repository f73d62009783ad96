import type { ServiceAction } from "./action-words.ts";
import type { CallReason } from "./recognized-call.ts";

/** Services that something names, and what that is. */
export interface ServiceEvidence {
  services: readonly string[];
  reason: CallReason;
}

/** The service of a call, and what decided on it. */
interface ServiceChoice {
  /** Undefined if nothing decides. */
  service: string | undefined;
  reason: CallReason | undefined;
}

/**
 * Chooses the service of a call by evidence, the strongest first: of the services that have the action, the one that is
 * named; a service that is named but is not known to have it, since lists of actions are not complete; else the one that
 * the document imports, or the only one that has the action.
 */
export function chooseService(
  having: readonly ServiceAction[],
  evidence: readonly ServiceEvidence[],
  imported: readonly string[],
): ServiceChoice {
  const all = having.map(({ service }) => service);
  for (const { services, reason } of evidence) {
    const common = all.filter((service) => services.includes(service));
    if (common.length === 1) return { service: common[0], reason };
    if (common.length === 0 && services.length === 1) return { service: services[0], reason };
  }
  const byImport = all.filter((service) => imported.includes(service));
  if (byImport.length === 1) return { service: byImport[0], reason: "import" };
  if (all.length === 1) return { service: all[0], reason: "unique" };
  return nothingDecided;
}

/** Names of actions on buckets and objects, as every storage service calls them; case and separators do not count. */
const ofStorage = /^(?:append|copy|delete|get|head|list|post|put|restore|select)_?(?:bucket|object)/i;

/**
 * Returns a choice without what is only a guess. That one service alone has an action shows nothing of a client that is
 * named after something else; and where it seems to be one of the storage service, by its name or because a file imports
 * that service and no other, another one that has an action of this name is not meant.
 */
export function withoutGuess(
  choice: ServiceChoice,
  action: string,
  { storage, imported, isOfUnknown }: { storage: string; imported: readonly string[]; isOfUnknown: boolean },
): ServiceChoice {
  if (choice.reason !== "unique" || choice.service === storage) return choice;
  const isStorageAlone = imported.length === 1 && imported[0] === storage;
  if (isStorageAlone) return { service: storage, reason: "import" };
  if (ofStorage.test(action)) return { service: storage, reason: undefined };
  return isOfUnknown ? nothingDecided : choice;
}

/** The choice where nothing decides. */
const nothingDecided: ServiceChoice = { service: undefined, reason: undefined };
