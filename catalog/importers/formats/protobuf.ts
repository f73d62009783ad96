import { protobufEnums } from "../protobuf-enums.ts";
import type { DocumentFormat } from "./document-format.ts";

/** Protocol Buffers: the enums that list errors, with their comments. */
export const protobuf: DocumentFormat = {
  name: "Protocol Buffers",
  extensions: [".proto"],
  matches: (text) => /^\s*syntax\s*=\s*["']proto[23]["']\s*;/m.test(text.slice(0, 10_000)),
  *read(text) {
    return { tables: yield* protobufEnums(text), problems: [] };
  },
};
