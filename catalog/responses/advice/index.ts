import type { ReportedError } from "../explanation.ts";
import type { Advice, Adviser } from "./advice.ts";
import { clock } from "./clock.ts";
import { detailCode } from "./detail-code.ts";
import { encodedAuthorization } from "./encoded-authorization.ts";
import { endpoint } from "./endpoint.ts";
import { fromMessage } from "./from-message.ts";
import { noBody } from "./no-body.ts";

const advisers: readonly Adviser[] = [fromMessage, clock, endpoint, encodedAuthorization, noBody, detailCode];

/** Returns what an error says beyond its code, in the order in which it is shown. */
export function adviceFor(error: ReportedError): Advice[] {
  return advisers.flatMap(({ advise }) => advise(error) ?? []);
}
