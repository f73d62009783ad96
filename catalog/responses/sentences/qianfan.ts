import { byPattern, type Sentence } from "./sentence.ts";

/** What the SDK for Python of Baidu's Qianfan says: `api return error, req_id: … code: 14, msg: …`; it logs it in other words. */
export const qianfan: Sentence = {
  name: "Qianfan SDK for Python",
  hint: "req_id: ",
  read: byPattern(
    /\bapi (?:return error, |request )req_id: (?<requestId>[\w-]{0,100}) (?:failed with error )?code: (?<code>\d{1,9}), (?:err )?msg: (?<message>[^\n]*?)(?:, please check https?:[^\n]*)?$/dgm,
    "baidu-ai-cloud",
  ),
};
