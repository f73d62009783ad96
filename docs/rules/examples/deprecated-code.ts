import { Orders } from "@acme/sdk";

export function isMissing(error: { code: string }): boolean {
  return error.code === "Order.Gone";
}
