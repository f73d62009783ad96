import { cvm } from "tencentcloud-sdk-nodejs";

export async function renew(error: { code: string }): Promise<boolean> {
  if (error.code === "AuthFailure.SignatureExpired") {
    return true;
  }
  return false;
}
