import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/**
 * What the older SDK for Python of Alibaba Cloud says: `HTTP Status: 404 Error:Code message RequestID: …`; the
 * oldest ones have no request ID.
 */
export const alibabaPython: Sentence = {
  name: "Alibaba Cloud SDK for Python",
  hint: "http status: ",
  read: (text) =>
    readBetween(
      text,
      /HTTP Status: (?<httpStatus>[1-5]\d\d) Error: ?(?<code>[A-Za-z][\w.-]{0,199}) /dg,
      / RequestID: (?<requestId>[\w-]{0,100})|$/dgm,
      "alibaba-cloud",
    ),
};
