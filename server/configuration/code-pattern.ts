/** Returns whether a code matches a pattern in which `*` matches any part. Takes linear time for any pattern. */
export function matchesCodePattern(code: string, pattern: string): boolean {
  const [first = "", ...parts] = pattern.split(/\*+/);
  const last = parts.pop();
  if (last === undefined) return code === first;
  if (!code.startsWith(first) || !code.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = code.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= code.length - last.length;
}
