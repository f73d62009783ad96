package rules

var retryableErrorCodes = []string{
	"InternalError",
	"RequestLimitExceeded",
	"InternalError",
}
