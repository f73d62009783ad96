// What must not be shown or copied further: keys, signatures and tokens.

/** The number of characters of a secret that stay, by which it is recognised. */
const shown = 4;

const nameOfSecret =
  "signature|secret(?:[ _-]?(?:access[ _-]?)?(?:id|key))?|token|passw(?:or)?d|pwd|(?:api|private)[ _-]?key|access[ _-]?key(?:[ _-]?(?:id|secret))?";
/** Words have no digits; a shorter value without one may be a word about the secret, and one before a colon a name. */
const value = String.raw`(?![A-Za-z]+: )(?:[\w+/=%.-]{12,}|(?=[A-Za-z+/=%._-]*\d)[\w+/=%.-]{6,})`;

const secrets = [
  // Access keys of AWS, Alibaba Cloud, Tencent Cloud and Baidu AI Cloud
  /(?:\b|(?<=%[\dA-F]{2}))(?:(?:AKIA|ASIA)[A-Z\d]{12,}|LTAI[A-Za-z\d]{8,}|STS\.[A-Za-z\d]{8,}|AKID[A-Za-z\d]{8,}|ALTAK[A-Za-z\d]{8,})\b/g,
  // Web tokens, and what an Authorization header holds
  /\beyJ[\w-]{8,}(?:\.[\w-]+){1,2}/g,
  /(?<=\bbearer\s)[\w+/=.-]{12,}/gi,
  /(?<=\bbce-auth-v1\/)[\w/.:;-]{12,}/g,
  // What stands behind the name of a secret
  new RegExp(`(?<=(?:${nameOfSecret})["']?\\s{0,3}[:=]\\s{0,3}["']?)${value}`, "gi"),
  // In a sentence, only what no word looks like
  new RegExp(
    String.raw`(?<=\b(?:${nameOfSecret})(?: is)? ["']?)(?=[A-Za-z+/=_-]*\d)(?=[\d+/=_-]*[A-Za-z])[\w+/=-]{8,}`,
    "gi",
  ),
];

/** Returns a text in which keys, signatures and tokens are masked, but for their first characters. */
export function masked(text: string): string {
  return secrets.reduce(
    (rest, pattern) => rest.replace(pattern, (secret) => `${secret.slice(0, shown)}…`),
    text,
  );
}
