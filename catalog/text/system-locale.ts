/** Returns the locale that the environment of a process states for messages, as POSIX has it; undefined if it states none. */
export function systemLocale({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  return LC_ALL || LC_MESSAGES || LANG || undefined;
}
