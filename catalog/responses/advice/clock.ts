import type { Adviser } from "./advice.ts";

const isAboutTime =
  /signature (?:expired|not yet current)|is now earlier than|is still later than|difference between the request time|request time .{0,40}(?:skew|large)|timestamp .{0,60}(?:expired|is (?:not|in)valid|out of range)|签名(?:已经?)?过期|时间戳.{0,20}(?:过期|误差|无效)/i;

/** The clock of the machine that signs differs from that of the server. */
export const clock: Adviser = {
  name: "clock",

  advise({ message = "" }) {
    if (!isAboutTime.test(message)) return undefined;
    return {
      text: {
        en: "The time in the request is too far from the server's: correct the clock of the machine that signs, then sign and send the request again.",
        "zh-CN": "请求中的时间与服务器时间相差过大：请校准签名所在机器的时钟，然后重新签名并发送请求。",
      },
      retry: "renew",
    };
  },
};
