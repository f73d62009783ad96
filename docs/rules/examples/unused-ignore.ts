import { cvm } from "tencentcloud-sdk-nodejs";

export function isExpired(error: { code: string }): boolean {
  // error-codes-ignore-next-line AuthFailure.SignatureExpired
  return error.code === "AuthFailure.SignatureExpire";
}
