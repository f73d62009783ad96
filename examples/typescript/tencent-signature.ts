import { dc } from "tencentcloud-sdk-nodejs";
import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception";

type Client = InstanceType<typeof dc.v20180410.Client>;

/** What the caller of a failed request can do about it. */
export type Advice = "wait" | "renew-token" | "replace-key" | "ask-for-permission" | "give-up";

const attempts = 3;

export function createClient(region: string): Client {
  const { TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY } = process.env;
  return new dc.v20180410.Client({
    credential: { secretId: TENCENTCLOUD_SECRET_ID, secretKey: TENCENTCLOUD_SECRET_KEY },
    region,
  });
}

/** The IDs of the account's Direct Connect tunnels, up to the 100 that one request returns. */
export async function tunnelIds(client: Client): Promise<string[]> {
  const { DirectConnectTunnelSet = [] } = await signedAgain(() =>
    client.DescribeDirectConnectTunnels({ Limit: 100 }),
  );
  return DirectConnectTunnelSet.flatMap(({ DirectConnectTunnelId: id }) => id ?? []);
}

/** Sends a request again where its signature grew too old on the way; the SDK signs each call anew. */
async function signedAgain<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      // A request that waited in a queue carries an old time; the next attempt carries the present one.
      const isAnswer = error instanceof TencentCloudSDKHttpException;
      const isStale = isAnswer && error.code === "AuthFailure.SignatureExpired";
      if (!isStale || attempt === attempts) throw error;
    }
  }
}

/** Tells what to do about an error that retrying alone does not solve. */
export function adviceFor(error: TencentCloudSDKHttpException): Advice {
  // A family never matches its members: each code that is meant has to be listed.
  const isThrottled = ["RequestLimitExceeded", "RequestLimitExceeded.UinLimitExceeded"].includes(error.code ?? "");
  if (isThrottled) return "wait";

  switch (error.code) {
    case "AuthFailure.TokenFailure":
      return "renew-token";
    case "AuthFailure.SecretIdNotFound":
    case "AuthFailure.InvalidSecretId":
    case "AuthFailure.SignatureFailure":
      return "replace-key";
    case "AuthFailure.UnauthorizedOperation":
    case "UnauthorizedOperation":
      return "ask-for-permission";
    default:
      return "give-up";
  }
}
