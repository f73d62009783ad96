import type { SdkRow } from "../../catalog/model/installed-sdk.ts";
import { shortened } from "../../catalog/text/shortened.ts";
import { toVisible } from "../../catalog/text/visible-text.ts";
import type { Constant } from "../constants/constant.ts";

/** In UTF-16 units. */
const [longestCode, longestText] = [200, 500];

/** The id of a service can be the name of a folder. */
const serviceId = /^[a-z\d][\w.-]{0,80}$/i;

const code = /^[A-Za-z][\w-]*(?:[.:][\w-]+)*$/;

/** Returns the row of a code, with its text cut to what a hover can use; none if the code or the service has not the form of one. */
export function rowOf(service: string, value: string, text: string, httpStatus?: unknown): SdkRow[] {
  if (value.length > longestCode || !code.test(value) || !serviceId.test(service)) return [];
  const isStatus = Number.isInteger(httpStatus) && Number(httpStatus) >= 100 && Number(httpStatus) < 600;
  return [
    {
      service,
      code: value,
      text: shortened(toVisible(text), longestText),
      ...(isStatus ? { httpStatus: Number(httpStatus) } : {}),
    },
  ];
}

/** Returns the rows of constants whose values are codes and whose comments say what these mean. */
export function rowsOfConstants(service: string, constants: readonly Constant[]): SdkRow[] {
  return constants.flatMap(({ value, comment }) => rowOf(service, value, comment));
}
