import { l10n, QuickInputButtons, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { PinOffer, PinScope } from "../../server/protocol/index.ts";

const steps = 2;

interface ProviderPick extends QuickPickItem {
  /** Null takes the pin away. */
  provider?: string | null;
}

interface ScopePick extends QuickPickItem {
  scope: PinScope["scope"];
}

/** Which provider to pin; null for none, undefined where nothing is chosen. */
export async function askProvider(offer: PinOffer): Promise<string | null | undefined> {
  const heading = (label: string): ProviderPick => ({ label, kind: QuickPickItemKind.Separator });
  const row = ({ id, name, reason, pinned }: PinOffer["providers"][number]): ProviderPick => ({
    label: name,
    // As the configuration has it, also for who types it in another language.
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
    unpinning(offer),
  ];
  const picked = await choose(items, {
    title: l10n.t("Pin the Provider of {0}", offer.document),
    placeholder: l10n.t("Whose error codes does it work with?"),
    step: 1,
  });
  return picked === "back" ? undefined : picked?.provider;
}

/** The row that takes the pin away, with what counts then. */
function unpinning({ pin, inferred, configuration }: PinOffer): ProviderPick {
  const told = inferred === "" ? l10n.t("Nothing in the file points to one.") : inferred;
  const icon = (id: string) => ({ iconPath: new ThemeIcon(id), provider: null });
  if (!pin)
    return { label: l10n.t("Inferred (no pin)"), description: l10n.t("as it is now"), ...icon("check") };
  const detail = l10n.t("Takes {0} out of {1}", pin.path, configuration.name);
  if (!pin.next) return { label: l10n.t("Inferred (no pin)"), description: told, detail, ...icon("discard") };
  const description = l10n.t("then {0} counts: {1}", pin.next.path, pin.next.providers);
  return { label: l10n.t("Without this pin"), description, detail, ...icon("discard") };
}

/** For what a provider is to be pinned; undefined where nothing is chosen. */
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
    title: l10n.t("Pin {0} for…", chosen),
    placeholder: isNew ? l10n.t("Is written into a new {0}", name) : l10n.t("Is written into {0}", name),
    step: 2,
  });
  return picked === "back" ? picked : picked?.scope;
}

/** Lets one be chosen of several; from the second step one can go back. */
function choose<T extends QuickPickItem>(
  items: readonly T[],
  { title, placeholder, step }: { title: string; placeholder: string; step: number },
): Promise<T | "back" | undefined> {
  const picker = window.createQuickPick<T>();
  Object.assign(picker, { title, placeholder, step, totalSteps: steps, items });
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
