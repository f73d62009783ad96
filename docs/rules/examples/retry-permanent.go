package rules

var retryableErrorCodes = []string{
	"RequestLimitExceeded",
	"MissingParameter",
}
