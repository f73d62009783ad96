import { type ConfigurationScope, Uri, workspace } from "vscode";
import type { ConfigurationMiddleware } from "vscode-languageclient";

/** The settings that can differ between languages: those of package.json with the scope `language-overridable`. */
const overridable = [
  "enable",
  "rules",
  "handledCodes",
  "inlayHints.enabled",
  "inlayHints.maximumLength",
  "inlayHints.evidence",
] as const;

/**
 * Adds to the settings that the server asks for those that differ for a language (`"[python]": { "errorCodes.enable":
 * false }`), as `byLanguage`: the protocol has no way to ask for them.
 */
export const languageSettings: ConfigurationMiddleware = {
  async configuration(params, token, next) {
    const found = await next(params, token);
    if (!Array.isArray(found)) return found;
    return found.map((value: unknown, index) => {
      const { section, scopeUri } = params.items[index] ?? {};
      if (section !== "errorCodes" || typeof value !== "object" || value === null) return value;
      return { ...value, byLanguage: overridesOf(scopeUri === undefined ? undefined : Uri.parse(scopeUri)) };
    });
  },
};

function overridesOf(uri: Uri | undefined): Record<string, object> {
  const whole = workspace.getConfiguration("errorCodes", uri ?? null);
  const languages = new Set(overridable.flatMap((key) => whole.inspect(key)?.languageIds ?? []));
  return Object.fromEntries(
    [...languages].map((languageId) => [languageId, settingsOf(uri ? { uri, languageId } : { languageId })]),
  );
}

function settingsOf(scope: ConfigurationScope): object {
  const settings = workspace.getConfiguration("errorCodes", scope);
  return {
    enable: settings.get("enable"),
    rules: settings.get("rules"),
    handledCodes: settings.get("handledCodes"),
    inlayHints: settings.get("inlayHints"),
  };
}
