import com.aliyuncs.IAcsClient;
import com.aliyuncs.ecs.model.v20140526.DeleteInstanceRequest;
import com.aliyuncs.ecs.model.v20140526.StartInstanceRequest;
import com.aliyuncs.exceptions.ClientException;
import java.time.Duration;

/** Starts and releases ECS instances of Alibaba Cloud. */
public final class AlibabaInstances {
    private static final int ATTEMPTS = 4;

    private final IAcsClient client;

    public AlibabaInstances(IAcsClient client) {
        this.client = client;
    }

    /** Starts an instance, and waits in between where the service asks for patience. */
    public void start(String instanceId) throws ClientException, InterruptedException {
        StartInstanceRequest request = new StartInstanceRequest();
        request.setInstanceId(instanceId);
        for (int attempt = 1; ; attempt++) {
            try {
                client.getAcsResponse(request);
                return;
            } catch (ClientException e) {
                if (!isTransient(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(Duration.ofSeconds(1L << attempt).toMillis());
            }
        }
    }

    /** Releases an instance; false where there was none. */
    public boolean release(String instanceId) throws ClientException {
        DeleteInstanceRequest request = new DeleteInstanceRequest();
        request.setInstanceId(instanceId);
        try {
            client.getAcsResponse(request);
            return true;
        } catch (ClientException e) {
            if ("InvalidInstanceId.NotFound".equals(e.getErrCode())) {
                return false;
            }
            // A RAM user sees "Forbidden.RAM" where its policy lacks ecs:DeleteInstance.
            if ("Forbidden.RAM".equals(e.getErrCode()) || "Forbidden.SubUser".equals(e.getErrCode())) {
                throw new SecurityException("No permission to release " + instanceId, e);
            }
            throw e;
        }
    }

    /** Whether the same request may succeed when it is sent again. */
    private static boolean isTransient(ClientException e) {
        if (e.getErrCode() == null) {
            return false; // The network failed before the service could answer.
        }
        return switch (e.getErrCode()) {
            case "Throttling", "ServiceUnavailable", "InternalError" -> true;
            // Another operation still holds the instance.
            case "OperationConflict", "LastTokenProcessing" -> true;
            // The SDK makes a new nonce for each attempt.
            case "SignatureNonceUsed" -> true;
            default -> false;
        };
    }
}
