import type { Provider } from "../../model/entry.ts";

/** Returns the host name in a value: a URL, a name alone, or one with a path behind it; undefined if there is none. */
export function hostOf(value: string): string | undefined {
  const name =
    /^(?:[A-Z]{2,8} )?(?:https?:\/\/)?(?<name>[\w-]{1,100}(?:\.[\w-]{1,100}){1,10})(?::\d+)?(?:[/?]|$)/.exec(
      value,
    );
  const host = name?.groups?.name?.toLowerCase();
  return host && /\.[a-z]{2,20}$/.test(host) ? host : undefined;
}

/** Whether a URL is a page of a provider, by the domains of its own addresses. */
export function isPageOf(url: string, { links, hosts }: Provider): boolean {
  const host = hostOf(url);
  const own = [...Object.values(links), ...hosts].flatMap((one) => (one ? (hostOf(one) ?? []) : []));
  return host !== undefined && own.some((one) => domainOf(one) === domainOf(host));
}

function domainOf(host: string): string {
  return host.split(".").slice(-2).join(".");
}
