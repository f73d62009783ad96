// What must not be shown or copied further: keys, signatures and tokens.

/** The number of characters of a secret that stay, by which it is recognised. */
const shown = 4;

const secrets = [
  // Access keys of AWS, Alibaba Cloud, Tencent Cloud and Baidu AI Cloud
  /\b(?:(?:AKIA|ASIA)[A-Z\d]{12,}|LTAI[A-Za-z\d]{8,}|STS\.[A-Za-z\d]{8,}|AKID[A-Za-z\d]{8,}|ALTAK[A-Za-z\d]{8,})\b/g,
  // What stands behind the name of a secret
  /(?<=(?:[sS]ignature|[sS]ecret(?:[ _-]?(?:[iI]d|[kK]ey))?|[tT]oken|[pP]assword|[aA]ccess[ _-]?[kK]ey(?:[ _-]?(?:[iI]d|[sS]ecret))?)["']?\s{0,3}[:=]\s{0,3}["']?(?:Bearer )?)[\w+/=%.-]{12,}/g,
];

/** Returns a text in which keys, signatures and tokens are masked, but for their first characters. */
export function masked(text: string): string {
  return secrets.reduce(
    (rest, pattern) => rest.replace(pattern, (secret) => `${secret.slice(0, shown)}…`),
    text,
  );
}
