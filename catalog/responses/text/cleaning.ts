import { decoded } from "./encodings.ts";
import { MappedText } from "./mapped-text.ts";
import { withoutPrefixes } from "./prefixes.ts";
import { unwrapped } from "./wrapping.ts";

/** The sequences with which a terminal is told colours and positions. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const terminalSequence = /\u001b(?:\[[\d;?]{0,20}[A-Za-z]|\][^\u0007\u001b]{0,500}(?:\u0007|\u001b\\))/g;
/** The line breaks and tabs that a system log writes as numbers: `#012` for a line break; lines may be wrapped there. */
const numberedSpace = /#\n?0\n?1\n?[125]/g;
const spaces: Record<string, string> = { "#011": "\t", "#012": "\n", "#015": "\r" };

/** What tools and mails put before each line. */
const border = /^[ \t]{0,8}(?:[│┃║|>]|#>|==> [\w.-]{1,40}:|[\w.-]{1,40} {1,20}\|)(?: |$)/gm;

/** The lines that begin and end a block of code in a chat or an issue. */
const fence = /^[ \t]{0,8}(?:`{3,}|~{3,})[\w.+-]{0,20}[ \t]*$/gm;

/** The source line that a traceback shows below a place; what stands in it are names of variables. */
const sourceLine =
  /(?<=^[ \t]{0,20}File "[^"\n]{1,300}", line \d{1,7}[^\n]{0,300}\n)[ \t]{2,}(?!File ")[^\n]*|^[ \t]{2,}raise \w[^\n]*/gm;

/** What the HTTP client of Java writes around each line that it sends and receives: `http-outgoing-1 << "…[\r][\n]"`. */
const wireStart = /^[^\n"]{0,200}\b(?:http-outgoing-\d{1,6}|wire)\b[^\n"]{0,60}(?:<<|>>) "/gm;
const wireEnd = /(?:\[\\r\])?(?:\[\\n\])?"$/gm;

/** Removes from a text what a terminal or a tool has put around its lines, and decodes what is encoded in it. */
export function cleaned(text: string): MappedText {
  const written = MappedText.of(text).replace(terminalSequence, () => "");
  const plain = /#\n?0\n?1\n?2/.test(written.text)
    ? written.replace(numberedSpace, ([number]) => spaces[number.replace("\n", "")])
    : written;
  const unwired = plain.replace(wireStart, () => "");
  const received = unwired === plain ? plain : unwired.replace(wireEnd, () => "");
  const bare = withoutPrefixes(received.replace(fence, () => "")).replace(fence, () => "");
  const open = hasBorders(bare.text) ? withoutPrefixes(bare.replace(border, () => "")) : bare;
  return decoded(unwrapped(open.replace(sourceLine, () => "")));
}

/** Whether most lines of a text have a border; a single line with a bar is a row of a table. */
function hasBorders(text: string): boolean {
  const count = text.match(border)?.length ?? 0;
  return count > 1 && count * 2 >= (text.match(/\S[^\n]*(?:\n|$)/g)?.length ?? 0);
}
