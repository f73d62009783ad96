import { RPCClient } from "@alicloud/pop-core";

export function isThrottled(error: { code: string }): boolean {
  return error.code === "Throttling";
}
