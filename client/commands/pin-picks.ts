import { l10n, QuickInputButtons, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { PinOffer, PinScope } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";

const steps = 2;

interface ProviderPick extends QuickPickItem {
  /** Null removes the pin. */
  provider?: string | null;
}

interface ScopePick extends QuickPickItem {
  scope: PinScope["scope"];
}

/** Asks which provider to pin; returns null to remove the pin, undefined if the user chooses nothing. */
export async function askProvider(offer: PinOffer): Promise<string | null | undefined> {
  const heading = (label: string): ProviderPick => ({ label, kind: QuickPickItemKind.Separator });
  const row = ({ id, name, reason, pinned }: PinOffer["providers"][number]): ProviderPick => ({
    label: name,
    // The id is shown so that it can be typed too, whatever the language of the name.
    description: reason ? `${id} · ${reason}` : id,
    iconPath: new ThemeIcon(pinned ? "pinned" : "cloud"),
    provider: id,
  });
  const present = offer.providers.filter(({ reason }) => reason !== undefined);
  const others = offer.providers.filter(({ reason }) => reason === undefined);
  const items = [
    ...(present.length > 0 ? [heading(l10n.t("this file")), ...present.map(row)] : []),
    ...(others.length > 0 ? [heading(l10n.t("other providers")), ...others.map(row)] : []),
    heading(""),
    unpinRow(offer),
  ];
  const picked = await choose(items, {
    title: l10n.t("Pin the Provider of {0}", offer.document),
    placeholder: l10n.t("Which provider's error codes does it use?"),
    step: 1,
  });
  return picked === "back" ? undefined : picked?.provider;
}

/** Returns the row that removes the pin, and describes what applies then. */
function unpinRow({ pin, inferred, configuration }: PinOffer): ProviderPick {
  const icon = (id: string) => ({ iconPath: new ThemeIcon(id), provider: null });
  if (!pin) return { label: l10n.t("Inferred (no pin)"), description: l10n.t("current"), ...icon("check") };
  const detail = l10n.t("Removes {0} from {1}", pin.path, configuration.name);
  if (!pin.next) {
    const description = inferred === "" ? l10n.t("Nothing in the file indicates a provider.") : inferred;
    return { label: l10n.t("Inferred (no pin)"), description, detail, ...icon("discard") };
  }
  const description = l10n.t("then {0} applies: {1}", pin.next.path, pin.next.providers);
  return { label: l10n.t("Without this pin"), description, detail, ...icon("discard") };
}

/** Asks what to pin a provider for; returns "back" for the previous step, undefined if the user chooses nothing. */
export async function askScope(
  offer: PinOffer,
  provider: string,
): Promise<PinScope["scope"] | "back" | undefined> {
  const { name, isNew } = offer.configuration;
  const labels: Record<PinScope["scope"], string> = {
    file: l10n.t("This file"),
    folder: l10n.t("Its folder"),
    all: l10n.t("The whole folder"),
  };
  const items = offer.scopes.map(
    ({ scope, name, now }): ScopePick => ({
      scope,
      label: labels[scope],
      description: now ? l10n.t("{0} · now {1}", name, now) : name,
      iconPath: new ThemeIcon(scope === "file" ? "file" : scope === "folder" ? "folder" : "root-folder"),
    }),
  );
  const chosen = offer.providers.find(({ id }) => id === provider)?.name ?? provider;
  const picked = await choose(items, {
    title: isNew ? l10n.t("Pin {0} in a new {1}", chosen, name) : l10n.t("Pin {0} in {1}", chosen, name),
    placeholder: l10n.t("For which files?"),
    step: 2,
  });
  return picked === "back" ? picked : picked?.scope;
}

/** Lets the user choose one of several items; from the second step on, a button leads back. */
function choose<T extends QuickPickItem>(
  items: readonly T[],
  { title, placeholder, step }: { title: string; placeholder: string; step: number },
): Promise<T | "back" | undefined> {
  const picker = window.createQuickPick<T>();
  const rows = items.map((item) => ({
    ...item,
    label: plainText(item.label),
    ...(item.description ? { description: plainText(item.description) } : {}),
    ...(item.detail ? { detail: plainText(item.detail) } : {}),
  }));
  const texts = { title: plainText(title), placeholder: plainText(placeholder) };
  Object.assign(picker, { ...texts, step, totalSteps: steps, items: rows });
  picker.matchOnDescription = true;
  if (step > 1) picker.buttons = [QuickInputButtons.Back];
  return new Promise((resolve) => {
    picker.onDidTriggerButton(() => {
      resolve("back");
      picker.hide();
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
