import type { Provider } from "./entry.ts";

/** Returns the provider with this id, name or alias, ignoring case. */
export function providerNamed(providers: readonly Provider[], name: string): Provider | undefined {
  const wanted = name.toLowerCase();
  return providers.find((provider) => namesOf(provider).includes(wanted));
}

/** Returns the providers whose id, name or alias starts with a prefix, ignoring case. */
export function providersWithPrefix(providers: readonly Provider[], prefix: string): Provider[] {
  const wanted = prefix.toLowerCase();
  return providers.filter((provider) => namesOf(provider).some((name) => name.startsWith(wanted)));
}

function namesOf({ id, name, aliases }: Provider): string[] {
  return [id, name.en, name["zh-CN"], ...aliases].flatMap((one) => one?.toLowerCase() ?? []);
}
