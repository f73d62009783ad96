/** Returns 64 bits that differ wherever two texts do, for all that happens by chance, and the length of the text. */
export function digestOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [a >>> 0, b >>> 0, text.length].map((one) => one.toString(36)).join("-");
}
