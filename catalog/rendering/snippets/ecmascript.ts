import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

/** TypeScript and JavaScript differ only in types. */
function ecmascript(language: Pick<SnippetLanguage, "ids" | "name">, hasTypes: boolean): SnippetLanguage {
  const types = (text: string) => (hasTypes ? text : "");
  const sdk = (property: string, type: string) => ({
    type,
    value: hasTypes ? `(error as ${type}).${property}` : `error.${property}`,
  });
  return {
    ...language,
    quote: doubleQuoted,
    fallbackSdk: sdk("code", "{ code?: string }"),
    // Version 3 of the SDK reports the code as the name of the error.
    sdks: { aws: sdk("name", "Error") },
    compare: `try {
  await send();
} catch (error) {
  if ({{value}} === {{code}}) {
    // {{handle}}
  } else {
    throw error;
  }
}`,
    switch: `try {
  await send();
} catch (error) {
  switch ({{value}}) {
{{cases}}    default:
      throw error;
  }
}`,
    case: `    case {{code}}:
      // {{handle}}
      break;
`,
    retry: {
      backoff: `async function sendWithRetries${types("<T>")}(send${types(": () => Promise<T>")}, attempts = 5)${types(": Promise<T>")} {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if ({{value}} !== {{code}} || attempt === attempts) throw error;
      // {{jitter}}
      const limit = Math.min(20_000, 200 * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * limit));
    }
  }
}`,
      renew: `async function sendRenewed${types("<T>")}(send${types(": () => Promise<T>")}, renew${types(": () => Promise<void>")})${types(": Promise<T>")} {
  try {
    return await send();
  } catch (error) {
    if ({{value}} !== {{code}}) throw error;
    // {{renew}}
    await renew();
    return await send();
  }
}`,
      no: `try {
  await send();
} catch (error) {
  if ({{value}} === {{code}}) {
    // {{report}}
    console.error(error);
  }
  throw error;
}`,
    },
  };
}

export const typescript = ecmascript(
  { ids: ["typescript", "typescriptreact", "vue", "svelte"], name: "TypeScript" },
  true,
);

export const javascript = ecmascript({ ids: ["javascript", "javascriptreact"], name: "JavaScript" }, false);
